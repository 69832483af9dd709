// Tells screen readers what is new, several things in one breath.
const region = document.getElementById('news');
const PAUSE = 700;
let unsaid = [];

export function announce(words) {
  unsaid.push(words);
  if (unsaid.length > 1) return;
  setTimeout(() => {
    region.textContent = unsaid.join('. ');
    unsaid = [];
  }, PAUSE);
}
