"use strict";
// Sugar: the page works without. A link opens the evidence it leads to also where a browser would not, and puts the
// keyboard there; what is folded is unfolded for paper.
const cards = () => [...document.querySelectorAll("details.card")];
const reveal = () => {
  const target = document.getElementById(location.hash.slice(1));
  const card = target && target.closest("details.card");
  if (!card) return;
  card.open = true;
  card.scrollIntoView({ block: "nearest" });
  card.querySelector("summary").focus({ preventScroll: true });
};
addEventListener("hashchange", reveal);
addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#e"]');
  if (link && link.getAttribute("href") === location.hash) reveal();
});
let folded = [];
addEventListener("beforeprint", () => {
  folded = cards().filter((card) => !card.open);
  for (const card of folded) card.open = true;
});
addEventListener("afterprint", () => {
  for (const card of folded) card.open = false;
});
for (const place of document.querySelectorAll(".tools")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Open or close all evidence";
  button.addEventListener("click", () => {
    const open = cards().some((card) => !card.open);
    for (const card of cards()) card.open = open;
  });
  place.append(button);
}
reveal();
