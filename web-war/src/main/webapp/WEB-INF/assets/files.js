// The files that somebody chose, dropped or pasted; of folders those within.

const isHidden = (file) => file.name.startsWith('.') || file.name === 'Thumbs.db' || file.name === 'desktop.ini';

export const chosen = (list) => [...list].filter((file) => !isHidden(file));

/** What was dropped. It must be asked for at once: afterwards the browser knows nothing of it. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return chosen(transfer.files);
  const files = [];
  for (const entry of entries) files.push(...(await within(entry)));
  return chosen(files);
}

async function within(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return files;
    for (const child of some) files.push(...(await within(child)));
  }
}
