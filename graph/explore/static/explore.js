"use strict";
// What makes pages better where scripts run: results as one types, buttons that copy, keys that press buttons. Without it everything
// is there as well.

const PAUSE = 180;

function asYouType(field) {
  const place = document.getElementById("found");
  let waiting = 0;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = field.value.trim();
      if (text.length < 2) return;
      const mine = ++asked;
      const answer = await fetch(`/found?q=${encodeURIComponent(text)}`);
      if (!answer.ok || mine !== asked) return;
      // The server escapes every value; a parsed document runs no script.
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...parsed.body.childNodes);
      history.replaceState(null, "", `/?q=${encodeURIComponent(text)}`);
    }, PAUSE);
  });
}

function withCopy(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  text.before(button);
}

// Keys press the buttons that name them, where nobody writes. They can be turned off, for who speaks to the machine or strays.
function withKeys(choice) {
  const buttons = [...document.querySelectorAll("[data-key]")];
  choice.closest("label").hidden = buttons.length === 0;
  choice.checked = sessionStorage.getItem("keys") !== "off";
  choice.addEventListener("change", () => sessionStorage.setItem("keys", choice.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (!choice.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const button = buttons.find((one) => one.dataset.key === event.key.toLowerCase());
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}

// Enter in a field of a decision sends nothing: a button or a key decides.
function byButtonOnly(form) {
  for (const field of form.elements) {
    if (field.localName !== "input") continue;
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  }
}

// A form is sent once: a second press would be about what comes next.
function once(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });
}

document.querySelectorAll("[data-keys]").forEach(withKeys);
document.querySelectorAll("#decide").forEach(byButtonOnly);
document.querySelectorAll("form[method=post]").forEach(once);
document.querySelectorAll("[data-as-you-type]").forEach(asYouType);
document.querySelectorAll("[data-copy]").forEach(withCopy);
