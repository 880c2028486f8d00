"""What somebody means by what they write: words and their Swedish stems."""

import re

import snowballstemmer
from django.utils.translation import get_language

MOST_WORDS = 6
LONGEST_QUERY = 100  # characters

_stemmers = {
    "sv": snowballstemmer.stemmer("swedish"),
    "en": snowballstemmer.stemmer("english"),
}


def stems(query: str) -> list[str]:
    """Return the stems of the words in *query*, each once, at most six.

    A word's ending says little of what it is about: whoever looks for *vandringar*
    wants *trygghetsvandring* too, as far as the beginnings agree.

    >>> stems("Trygghetsvandringar i Näsum!")
    ['trygghetsvandring', 'i', 'näsum']
    """
    stemmer = _stemmers.get(get_language() or "sv", _stemmers["sv"])
    words = re.findall(r"\w+", query[:LONGEST_QUERY].lower())
    return list(dict.fromkeys(stemmer.stemWords(words)))[:MOST_WORDS]
