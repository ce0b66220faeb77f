"""A visitor brings a practice question and reads what is known, with and without script."""

import pytest

pytestmark = pytest.mark.django_db

QUESTION = "Hoe richten we nazorg in na een melding?"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def visitor(browser, request):
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def ask(page, site, question, *, at="/"):
    page.goto(site + at)
    page.get_by_role("textbox").fill(question)
    page.get_by_role("main").get_by_role("button").click()


def test_a_question_leads_to_an_answer_and_on_to_its_page(site, visitor):
    ask(visitor, site, QUESTION)
    visitor.wait_for_url("**/zoeken/?vraag=*")
    first = visitor.locator(".results .entry__title a").first
    title = first.text_content()
    first.click()

    assert visitor.get_by_role("heading", level=1).text_content() == title
    assert visitor.get_by_text("Nog niet beoordeeld door twee bevoegde redacteuren.").first.is_visible()


def test_results_can_be_narrowed_shared_and_taken_back(site, visitor):
    ask(visitor, site, QUESTION)
    visitor.wait_for_url("**/zoeken/?vraag=*")
    address = visitor.url
    visitor.get_by_role("link", name="Handelingsperspectief").click()
    visitor.wait_for_url("**soort=perspective*")
    visitor.locator('.facets__chosen:has-text("Handelingsperspectief")').wait_for()
    narrowed = visitor.locator(".results .entry__title").all_inner_texts()
    kinds = set(visitor.locator(".results .entry__meta span:first-child").all_inner_texts())
    shared = visitor.url
    visitor.goto(shared)

    assert kinds == {"Handelingsperspectief"}
    assert visitor.locator(".results .entry__title").all_inner_texts() == narrowed
    visitor.go_back()
    visitor.wait_for_url(address)


def test_a_reader_of_english_gets_the_same_page_in_english(site, visitor):
    ask(visitor, site, QUESTION)
    visitor.wait_for_url("**/zoeken/?vraag=*")
    visitor.get_by_role("link", name="English").click()
    visitor.wait_for_url("**/en/zoeken/?vraag=*")

    assert visitor.get_by_role("heading", name="What was found").is_visible()
    assert visitor.get_by_role("textbox").input_value() == QUESTION


def test_a_long_question_is_answered_without_an_address_that_holds_it(site, visitor):
    ask(visitor, site, f"{QUESTION} " * 20)
    visitor.locator(".results .entry").first.wait_for()

    assert visitor.url == f"{site}/zoeken/"
    visitor.locator(".facets button").first.click()
    visitor.locator('.facets button[aria-pressed="true"]').wait_for()
    assert visitor.url == f"{site}/zoeken/"


def test_an_empty_question_says_what_to_do_and_loses_nothing(site, visitor):
    ask(visitor, site, "   ", at="/en/")

    visitor.get_by_role("alert").wait_for()
    assert visitor.title().startswith("1 error")
    visitor.get_by_role("alert").get_by_role("link").click()
    assert visitor.url.endswith("#vraag")


def test_while_typing_suggestions_can_be_reached_and_left_by_keyboard(site, browser):
    page = browser.new_page()
    page.goto(site)
    page.get_by_role("textbox").press_sequentially("vertrouw")
    page.locator(".suggestions a").first.wait_for()

    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.suggestions') !== null")
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.id") == "vraag"
    assert page.locator(".suggestions").is_hidden()
    page.context.close()


def test_enter_asks_and_shift_enter_begins_a_new_line(site, browser):
    page = browser.new_page()
    page.goto(site)
    field = page.get_by_role("textbox")
    field.fill("nazorg")
    field.press("Shift+Enter")
    assert "\n" in field.input_value()

    field.press("Enter")
    page.wait_for_url("**/zoeken/?vraag=nazorg*")
    page.context.close()
