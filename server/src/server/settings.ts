/** The settings under `onrecord` that the server heeds. */
export interface Settings {
  readonly enable: boolean;
  /** Attributions less sure than this, 0…1, are neither coloured nor shown in hovers. */
  readonly minimumConfidence: number;
  readonly diagnostics: boolean;
}

/** What holds where a client has no settings. */
export const DEFAULTS: Settings = { enable: true, minimumConfidence: 0.3, diagnostics: true };

/** Reads settings as a client sends them: values of the wrong type, or out of range, count as not set. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULTS;
  const { enable, minimumConfidence, diagnostics } = value as Record<string, unknown>;
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULTS.enable,
    minimumConfidence:
      typeof minimumConfidence === 'number' && minimumConfidence >= 0 && minimumConfidence <= 1
        ? minimumConfidence
        : DEFAULTS.minimumConfidence,
    diagnostics: typeof diagnostics === 'boolean' ? diagnostics : DEFAULTS.diagnostics,
  };
}
