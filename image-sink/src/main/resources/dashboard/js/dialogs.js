// Native dialogs: the browser keeps the focus inside and gives it back.
import { Directive, directive } from "../vendor/lit-html/directive.js";
import { noChange } from "../vendor/lit-html/lit-html.js";

class Opened extends Directive {
  render() {
    return noChange;
  }

  update(part) {
    const dialog = part.element;
    queueMicrotask(() => !dialog.open && dialog.isConnected && dialog.showModal());
    return noChange;
  }
}

/** `<dialog ${opened()}>`: shown from the moment it is in the page. */
export const opened = directive(Opened);

/** Closes a dialog on a click beside it. */
export const closeOn = (event) => event.target instanceof HTMLDialogElement && event.target.close();
