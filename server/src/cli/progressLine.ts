/** One line on a terminal's standard error that shows how far a scan has come; nothing elsewhere. */
export class ProgressLine {
  readonly #visible = process.stderr.isTTY === true;

  show(done: number, total: number): void {
    if (!this.#visible) return;
    const width = 24;
    const filled = total === 0 ? 0 : Math.round((done / total) * width);
    process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total} files`);
  }

  clear(): void {
    if (this.#visible) process.stderr.write('\r\u001b[K');
  }
}
