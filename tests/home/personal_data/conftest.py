import sys

import pytest


@pytest.fixture
def count_steps():
    """Count the lines of ours that a call runs: work that no machine makes slower."""

    def count(call):
        steps = 0

        def on_line(frame, event, argument):
            nonlocal steps
            steps += event == "line"
            return on_line

        def on_call(frame, event, argument):
            return on_line if "personal_data" in frame.f_code.co_filename else None

        before = sys.gettrace()
        sys.settrace(on_call)
        try:
            call()
        finally:
            sys.settrace(before)
        return steps

    return count
