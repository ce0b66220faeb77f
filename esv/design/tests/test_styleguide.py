"""The styleguide shows every component there is, with its contract."""

from esv.design import views
from esv.design.templatetags import components, marks, text


def test_every_component_stands_in_the_styleguide():
    known = {name for module in (components, marks, text) for name in module.register.tags}

    assert {component.__name__ for component in views.SHOWN} == known


def test_every_component_has_a_contract():
    for component in views.SHOWN:
        assert len((component.__doc__ or "").split()) > 8
