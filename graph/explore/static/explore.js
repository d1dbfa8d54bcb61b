"use strict";
// What makes pages better where scripts run: results as one types, and buttons that copy. Without it everything is there as well.

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

document.querySelectorAll("[data-as-you-type]").forEach(asYouType);
document.querySelectorAll("[data-copy]").forEach(withCopy);
