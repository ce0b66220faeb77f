from hypothesis import given
from hypothesis import strategies as st

from esv.glossary.hierarchy import circle_from, circles

IDS = st.sampled_from("abcdefgh")
HIERARCHIES = st.dictionaries(IDS, st.none() | IDS)


def test_a_circle_is_told_from_beginning_to_end():
    assert circle_from("a", {"a": "b", "b": "c", "c": "a"}) == ["a", "b", "c", "a"]


def test_what_only_leads_to_a_circle_is_not_part_of_it():
    assert circle_from("a", {"a": "b", "b": "c", "c": "b"}) == []


def test_each_circle_is_told_once():
    assert circles({"b": "a", "a": "b", "c": "d", "d": "c"}) == [["a", "b", "a"], ["c", "d", "c"]]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10))
def test_a_hierarchy_in_which_everything_stands_under_something_earlier_has_no_circle(choices):
    broader = {str(place): str(choice % place) if place else None for place, choice in enumerate(choices)}

    assert circles(broader) == []


@given(HIERARCHIES)
def test_without_the_circles_that_are_told_every_way_up_ends(broader):
    for circle in circles(broader):
        broader[circle[0]] = None

    assert circles(broader) == []
    for start in broader:
        way = [start]
        while (above := broader.get(way[-1])) is not None:
            assert above not in way
            way.append(above)
