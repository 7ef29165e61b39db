/** Last words of the names of organisations, and what they are called for short ("the council"). Singular; "the company said". */
export const ORGANIZATION_HEADS = `
academy administration agency airline airlines airport alliance army assembly association authority bank bar-association bench board body branch brewery broadcaster brigade bureau business cabinet campaign carrier cathedral
center centre chain chamber charity church city-council clinic club co-operative coalition college command commission committee commonwealth company conference confederation conglomerate congregation congress consortium consultancy convention
constabulary daily cooperative corporation council court creditor-group daily delegation department developer directorate division embassy empire employer enterprise exchange executive faction factory federation fire-service firm force forum foundation fund
garrison giant gallery government group guild holding holdings hospital hotel household industries inquest inquiry inspectorate institute institution insurer investigation journal junta jury laboratory labs league legislature lender library
magazine maker manufacturer mission ministry mosque movement museum navy network newspaper newsroom ngo office ombudsman operator opposition orchestra organisation organization outlet panel parish parliament partnership party patrol
police practice presidency press prison producer prosecution publication publisher pub regime registry regulator residence resort restaurant retailer school secretariat senate service services side society squad start-up startup state
station studio studios subsidiary supermarket supplier syndicate synod taskforce task-force team temple theatre theater think-tank thinktank treasury tribunal troupe trust union unit university utility venue watchdog website weekly wing workshop works
`;

/** Words that only end names of organisations: "Acme Holdings plc", "Riverton United". */
export const ORGANIZATION_ENDINGS = `
inc ltd plc llc llp corp co gmbh ag sa nv bv spa pty limited incorporated corporation company holdings group industries partners ventures capital bank bancorp airlines airways motors pharmaceuticals pharma energy technologies systems labs media news times post herald tribune gazette
chronicle telegraph guardian observer journal courier mail mirror examiner inquirer sentinel standard star tv television radio broadcasting fc afc rfc cc united city town rovers wanderers athletic albion county hotspur rangers celtic
university college school academy hospital institute council ministry department agency commission committee authority association federation society union party congress parliament senate court foundation trust fund church embassy office bureau board
service services police force forces army navy league club movement organisation organization alliance network centre center museum gallery library chamber assembly taskforce tribunal exchange treasury administration government cabinet coalition brigade regiment division
airport theatre theater constabulary philharmonic symphony ballet opera choir band orchestra studios studio records entertainment restaurant hotel brewery
`;

/** Organisations, seats of power and news media that everybody knows, by name or short name; places that speak for those who govern there. */
export const KNOWN_ORGANIZATIONS = `
nato un eu who imf unicef unesco unhcr opec asean fifa uefa fia ioc nfl nba nhl mlb ncaa fbi cia nsa cdc fda epa nasa irs dea atf dhs doj dod nhs mi5 mi6 gchq hmrc rspca rnli tuc cbi bma gmc gop dup snp ukip anc ira eta plo isis isil hamas hezbollah hizbollah taliban kremlin pentagon whitehall downing vatican knesset
duma bundestag bundesbank reichstag politburo interpol europol eurostat frontex afp reuters bloomberg xinhua tass itar-tass interfax cnn bbc itv nbc cbs abc pbs npr rt msnbc cnbc espn fox hbo al-jazeera aljazeera skynews guardian telegraph politico axios buzzfeed breitbart vox
google facebook meta twitter apple amazon microsoft netflix tesla uber airbnb boeing airbus toyota volkswagen bmw sony samsung huawei intel ibm exxon shell bp chevron pfizer moderna astrazeneca walmart tesco sainsbury aldi lidl barclays hsbc lloyds citigroup jpmorgan goldman
greenpeace amnesty oxfam unison wikileaks wikinews wikipedia youtube instagram tiktok reddit snapchat whatsapp telegram scientology labour congress parliament senate
`;

/** Names of two words and more that are organisations though no part of them tells. Lower case. */
export const KNOWN_PHRASES = [
  'white house', 'downing street', 'number 10', 'no. 10', 'no 10', 'wall street', 'scotland yard', 'buckingham palace', 'kensington palace', 'clarence house', 'capitol hill', 'oval office', 'foggy bottom', 'state department',
  'associated press', 'red cross', 'human rights watch', 'fox news', 'sky news', 'al jazeera', 'supreme court', 'wall street journal', 'new york times', 'washington post', 'islamic state', 'red crescent', 'world bank', 'united nations',
  'european union', 'goldman sachs', 'quai d’orsay', "quai d'orsay", 'blue house', 'élysée palace', 'elysee palace', 'ku klux klan', 'black lives matter', 'save the children', 'shin bet', 'premier league', 'house of commons', 'house of lords', 'house of representatives',
]; // biome-ignore format: one list
