from wagtail import hooks

from .mails import mails_to_send
from .removals import addresses_to_remove, traces_to_remove

# Addresses whose day has come go before mails are sent to the others.
for order, task in enumerate((addresses_to_remove, traces_to_remove, mails_to_send)):
    hooks.register("due_now", task, order=100 + order)
