/** Past and present forms of verbs that follow a quotation and its speaker; enough to tell a sentence that goes on from one that begins. */
export const reportingVerbs: ReadonlySet<string> = new Set(
  (
    'said says asked asks added adds told tells replied replies wrote writes tweeted tweets posted shouted yelled cried screamed whispered joked quipped ' +
    'demanded continued continues wondered mused answered answers argued argues insisted insists explained explains exclaimed recalled recalls remarked ' +
    'warned warns noted notes declared declares responded responds countered retorted pleaded chanted sang laughed sighed snapped muttered begged urged ' +
    'commented concluded announced quoted read reads goes went asserted claimed claims fumed raged roared boasted boomed'
  ).split(' '),
);
