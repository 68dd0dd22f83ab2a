/** Everything that a form holds, by field. */
export type Values = Readonly<Record<string, string>>;

export type DraftState =
  | { kind: 'none' }
  | { kind: 'saved'; at: string; resumed: boolean }
  | { kind: 'failed'; words: string };

/** What is in a form, and the Idempotency-Key that it will be signed with. */
export type Typing = { values: Values; key: string };

export type DraftKeeper = {
  /** Keeps what is typed now: within ten seconds. */
  keep: (typing: Typing) => void;
  /** Saves at once what is not saved yet. */
  save: () => Promise<void>;
  /** The draft that is there has this version: what is kept next replaces it. */
  resume: (version: number) => void;
  /** Forgets what is not saved yet, even if the save under way fails; resolves when no save is under way. */
  forget: () => Promise<void>;
};

const idle_ms = 2_000;
/** Every save is on record, so they come no more often. */
const between_saves_ms = 10_000;

/**
 * Keeps what is typed into one form of a chart. Each form has its own keeper, so a save of one form, even one that
 * ends after the form was left, never counts for the next.
 * @param save writes a draft over the version before, 0 for none; it is tried again unless `isFinal` says of its
 * error that this helps nothing
 */
export function createDraftKeeper(options: {
  save: (typing: Typing, version: number) => Promise<{ version: number; savedAt: string }>;
  isFinal: (error: unknown) => boolean;
  onState: (state: DraftState) => void;
}): DraftKeeper {
  const { onState, isFinal } = options;
  let unsaved: Typing | undefined;
  let isForgotten = false;
  let version = 0;
  let savedAt_ms = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;

  async function write(typing: Typing): Promise<void> {
    savedAt_ms = Date.now();
    try {
      const saved = await options.save(typing, version);
      version = saved.version;
      onState({ kind: 'saved', at: saved.savedAt, resumed: false });
    } catch (error) {
      onState({ kind: 'failed', words: error instanceof Error ? error.message : '' });
      if (isFinal(error) || isForgotten || unsaved !== undefined) return;
      unsaved = typing;
      timer = setTimeout(() => void save(), between_saves_ms);
    }
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    await saving;
    const typing = unsaved;
    if (typing === undefined) return;
    unsaved = undefined;
    saving = write(typing);
    await saving;
  }

  return {
    save,
    keep(typing) {
      unsaved = typing;
      isForgotten = false;
      clearTimeout(timer);
      const wait_ms = Math.max(idle_ms, savedAt_ms + between_saves_ms - Date.now());
      timer = setTimeout(() => void save(), wait_ms);
    },
    resume(found) {
      version = found;
    },
    async forget() {
      unsaved = undefined;
      isForgotten = true;
      clearTimeout(timer);
      await saving;
    },
  };
}
