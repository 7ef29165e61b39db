/** Words that are no names however they are written: grammar, days, months, and what often opens a sentence. Lower case. */
export const FUNCTION_WORDS = `
a about above according across actually after afterwards again against ago ahead all almost alone along already also although always am amid among amongst an and another any anybody anyone anything anyway apart are around as aside at away back because been before behind being below beneath beside besides best better between
beyond both but by can cannot certainly clearly could despite did do does done down due during each earlier early either else elsewhere enough especially even eventually ever every everybody everyone everything everywhere except far few fewer finally first firstly following for former formerly fortunately from further furthermore generally given
had half has have having he hence her here hers herself him himself his how however i if in including indeed inside instead into is it its itself just last lastly late later latest least less let like likewise little long made mainly many may maybe me meanwhile might mine more moreover most mostly much must my myself
near nearby nearly neither never nevertheless next no nobody none nonetheless nor not nothing notably now nowadays nowhere of off often okay on once one only onto or originally other others otherwise ought our ours ourselves out outside over overall overnight own part particularly per perhaps plus possibly presumably previously probably
quite rather really recently regarding roughly same second secondly several shall she should similarly simply since so some somebody somehow someone something sometimes soon still such suddenly than thank thanks that the their theirs them themselves then there thereafter therefore these they third this those though through throughout thus
till to together too toward towards two under underneath unfortunately unless unlike until unto up upon us usually very via was we well were what whatever when whenever where whereas whereby wherever whether which whichever while who whoever whom whose why will with within without would yes yet you your yours yourself
three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion twenty thirty forty fifty sixty hi hello dear sorry please welcome ok yeah
image photo picture photograph caption credit
today yesterday tomorrow tonight asked added adding based born called according speaking writing citing quoting noting saying told said says say asking known seen set used using
`;

/** Days, months, seasons and feasts. */
export const CALENDAR = `
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
easter christmas ramadan thanksgiving halloween passover diwali spring summer autumn fall winter gmt bst est edt cet utc pm am
`;

/** Words that may stand before a head noun inside a description, and never name anybody: adjectives of rank, origin and number. */
export const MODIFIERS = `
acting active adult aged alleged ambitious angry anonymous armed assistant associate black blind brave brown canadian central chief civil close co coastal commanding commercial community confidential convicted corporate criminal current dead deputy designated devoted different disabled disgraced distinguished district divorced elderly elected
emergency eminent environmental experienced ex executive external famous federal female fellow financial foreign former founding frequent front-line frontline furious general global good government grieving head health high-level high-profile high-ranking highest-ranking homeless honorary human impartial incoming independent individual industry influential injured
interim interior internal international investigative joint junior key large lead leading left-wing legal local long-serving long-standing longtime long-time main major male managing married medical mid-ranking middle-aged military moderate national native naval new newly non-executive notorious old older opposition outgoing outspoken parliamentary part-time
permanent personal pictured political poor popular pregnant present presidential press prime principal private prominent provincial public ranking regional registered religious resident respected retired retiring rich right-wing rival rogue ruling rural scientific second-in-command security senior serving shadow single sitting small so-called social
special state sub surviving teenage top trusted two unidentified unknown unnamed veteran vice well-known well-placed white white-haired wounded young younger youngest
`;
