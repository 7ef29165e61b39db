/** What says something in writing or in figures. Singular. */
export const DOCUMENTS = `
ad advert advertisement affidavit agreement analysis announcement article assessment audit autobiography bill biography blog blogpost book briefing brief bulletin cable census certificate charge-sheet circular communique communiqué complaint constitution contract data database declaration dispatch document
dossier draft editorial email e-mail essay estimate evaluation evidence exposé expose file filing findings footage forecast guidance guideline guidelines handbook headline index indictment interview inventory invoice judgment judgement lawsuit leaflet leak ledger letter log manifesto manual manuscript
memo memoir memoirs memorandum message motion newsletter note notice notification obituary order pamphlet paper papers petition plaque placard poll post poster press-release profile projection projections prospectus publication questionnaire readout record recording records release report resolution results review ruling
script spreadsheet statement statistics story strategy study subpoena speech submission suit summary survey sworn-statement table telegram testimony text text-message thesis timeline transcript treaty tweet verdict video voicemail warrant whitepaper white-paper will
`;

/** Documents that only speak of what is in them where something says so ("the agreement says"): too common to count as speakers by themselves. */
export const SILENT_DOCUMENTS =
  'ad speech agreement bill contract constitution evidence footage order story strategy table treaty video will records results text post file index brief resolution motion recording figures data';
