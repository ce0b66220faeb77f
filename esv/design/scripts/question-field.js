// <question-field>: suggests titles and terms while a question is being typed. The suggestions are links to pages, so
// they stay links: Tab or the arrow down reaches them, Escape closes the list. Nothing typed is stored; it goes to the
// address in data-suggestions and nowhere else.
const PAUSE_MS = 180;
const SHORTEST = 3;
const LONGEST = 60;

class QuestionField extends HTMLElement {
  #timer;
  #request;

  connectedCallback() {
    this.field = this.querySelector("textarea");
    this.list = this.querySelector("[data-list]");
    this.message = this.querySelector("[data-message]");
    if (!this.field || !this.list) return;
    this.field.addEventListener("input", () => this.#later());
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.#close();
    });
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#suggest(), PAUSE_MS);
  }

  async #suggest() {
    const text = this.field.value.trim();
    this.#request?.abort();
    if (text.length < SHORTEST || text.length > LONGEST) return this.#close();
    this.#request = new AbortController();
    try {
      const body = new URLSearchParams({ vraag: text });
      const answer = await fetch(this.dataset.suggestions, { method: "POST", body, signal: this.#request.signal });
      this.#show(answer.ok ? await answer.text() : "");
    } catch (error) {
      if (error.name !== "AbortError") this.#close();
    }
  }

  #show(html) {
    this.list.innerHTML = html;
    const count = this.#links().length;
    this.list.hidden = count === 0;
    this.message.textContent = count ? this.list.firstElementChild.dataset.message : "";
  }

  #close() {
    this.list.hidden = true;
    this.message.textContent = "";
  }

  #links() {
    return [...this.list.querySelectorAll("a")];
  }

  #key(event) {
    if (event.key === "Enter" && event.target === this.field && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.field.form.requestSubmit();
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.#close();
      this.field.focus();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !this.list.hidden) {
      this.#move(event);
    }
  }

  #move(event) {
    const stops = [this.field, ...this.#links()];
    const at = stops.indexOf(document.activeElement);
    const is_leaving_text = at === 0 && this.field.selectionEnd < this.field.value.length;
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next || is_leaving_text) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define("question-field", QuestionField);
