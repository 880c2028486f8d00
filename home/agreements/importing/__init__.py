"""Reads a municipality's present page about its agreement, and says what it read.

The way through it: ``decoding`` turns bytes into text, ``html_pages`` or ``plain_text``
turns text into *blocks* (a heading, a paragraph, an item of a list, a picture),
``articles`` finds where the article begins and ends among menus and buttons, and one
module for each kind of fact reads it from there. ``understanding`` puts the answers
together. What is left out or assumed on the way is written down in ``notes``.

So far nothing touches the database: that is done by ``actions`` and what it calls.
"""
