// Swaps results and facets in place. Every address it fetches also answers as a whole page.
import htmx from "htmx.org";

// The swap moves no focus; say what changed, where a screen reader listens, and put the focus at the new summary.
document.addEventListener("htmx:after:swap", () => {
  const summary = document.querySelector("[data-results-summary]");
  if (summary) summary.focus({ preventScroll: true });
});

export default htmx;
