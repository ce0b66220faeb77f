// Loads the small custom elements of the site; nothing on a page depends on them.
import "./question-field.js";
