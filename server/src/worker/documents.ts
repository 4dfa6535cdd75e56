import { readTrackingDocument } from '../document/readTrackingDocument.ts';
import { setStatus } from '../document/setStatus.ts';
import { tickStep } from '../document/tickStep.ts';
import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../engine/ports.ts';
import type { Refusal, TextEdit, TrackingDocument } from '../model/index.ts';
import type { DocumentEdits, StatusChange, StepTick } from './requests.ts';

/** A folder's tracking documents, read as they are now: in the editor where they are open, else on disk. */
export class Documents {
  readonly #engine: Engine;
  readonly #clock: Clock;

  constructor(engine: Engine, clock: Clock) {
    this.#engine = engine;
    this.#clock = clock;
  }

  async read(path: string): Promise<TrackingDocument | null> {
    const text = await this.#engine.readIfThere(path);
    return text === undefined ? null : readTrackingDocument(text);
  }

  setStatus(path: string, { blocker, status, reason }: StatusChange): Promise<DocumentEdits> {
    return this.#edit(path, (text) =>
      setStatus(text, blocker, status, { at: this.#clock.today(), ...(reason ? { reason } : {}) }),
    );
  }

  tickStep(path: string, { blocker, step, done, by }: StepTick): Promise<DocumentEdits> {
    return this.#edit(path, (text) => tickStep(text, blocker, step, { done, by, at: this.#clock.today() }));
  }

  async #edit(path: string, edit: (text: string) => readonly TextEdit[] | Refusal): Promise<DocumentEdits> {
    const base = await this.#engine.readIfThere(path);
    if (base === undefined) return { refused: `${path} is not there any more.` };
    const edits = edit(base);
    return 'refused' in edits ? edits : { base, edits };
  }
}
