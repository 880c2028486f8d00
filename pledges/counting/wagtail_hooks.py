from wagtail import hooks

from .additions import count_towards

hooks.register("quick_news_additions", count_towards)
