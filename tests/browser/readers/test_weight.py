"""The first view costs little, also where the network is poor."""

from collections import Counter

import pytest

AGREEMENT = "/overenskommelser/samverkansoverenskommelse-2021-2024/"
PLEDGE = "/medborgarloften/2026-01-lugnare-trafik-vid-skolorna-i-bromolla-och-nasum/"
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}
KILOBYTE = 1000


@pytest.fixture
def weighed(new_context):
    """Load an address for the first time and return its bytes, by kind."""

    def weigh(address):
        context, sizes = new_context(**PHONE), Counter()

        def add(request):
            measured = request.sizes()
            size = measured["responseBodySize"] + measured["responseHeadersSize"]
            sizes[request.resource_type] += size

        context.on("requestfinished", add)
        context.new_page().goto(address, wait_until="networkidle")
        return sizes

    return weigh


@pytest.mark.parametrize("address", ["/", AGREEMENT, PLEDGE, "/nyheter/"])
def test_first_view_is_light(weighed, address):
    sizes = weighed(address)

    without_pictures = [size for kind, size in sizes.items() if kind != "image"]
    assert sum(sizes.values()) <= 150 * KILOBYTE, sizes
    assert sum(without_pictures) <= 60 * KILOBYTE, sizes
    assert sizes["script"] <= 15 * KILOBYTE, sizes
    assert {"document", "stylesheet"} <= set(sizes)
