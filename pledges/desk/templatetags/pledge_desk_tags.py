"""Shows at the desk how pledges and their measures stand."""

from django import template

from pledges.desk.subjects import Desk

register = template.Library()


@register.inclusion_tag("pledges/desk/_states.html")
def pledge_states(desk: Desk) -> dict:
    """Show how the pledge on *desk* stands: in words, with what is due."""
    state, today = desk.state, desk.today
    follow_up = None if state.is_assessed else state.next_follow_up()
    return {
        "standing": state.standing_on(today),
        "late": state.late_on(today),
        "silent_days": state.silent_days(today),
        "next_follow_up": follow_up,
        "is_overdue": follow_up is not None and follow_up < today,
    }
