/**
 * Nouns for what people do and are. Singular; plurals are derived. Most of them also stand directly before a name
 * ("coach Ana Ruiz").
 */

/** Offices and jobs: somebody who is called that speaks for it, or is known by it ("the minister said"). */
export const OFFICES = `
accountant activist administrator admiral adviser advisor advocate agent aide airman alderman ambassador analyst anchor anchorman anthropologist apprentice archaeologist archbishop archdeacon architect
artist assemblyman assemblywoman assistant astronaut astronomer athlete attache attorney auditor author ayatollah backbencher bailiff baker banker barista baritone barmaid barman baroness barrister bassist batsman batter biographer
biologist bishop blogger bodyguard bookmaker botanist bowler boxer boss brigadier broadcaster broker builder burgomaster bursar butcher butler cameraman campaigner candidate captain cardinal caretaker carer
carpenter cartoonist caseworker cashier celebrity cellist centre-back chair chairman chairperson chairwoman chancellor chaplain chef chemist chief chieftain choreographer cleaner cleric clerk climatologist clinician coach co-author co-chair
co-director co-founder co-owner co-pilot colonel columnist comedian commander commandant commentator commissioner composer comptroller conductor congressman congresswoman conservationist constable
consul consultant contractor controller convener cook coordinator co-ordinator cornerback coroner corporal correspondent councillor councilman councilor councilwoman councilmember counsel counsellor counselor crewman cricketer criminologist critic crown-prince curator
cyclist dancer deacon dealer dean defenceman defender demographer dentist deputy designer detective developer diplomat director dissident doctor driver drummer dramatist economist editor editor-in-chief educator electrician
emeritus emissary emperor empress engineer entrepreneur envoy epidemiologist ethicist evangelist examiner executive explorer farmer filmmaker film-maker financier firefighter fireman fisherman florist footballer foreman forester forward founder
friar fullback fundraiser gardener general geneticist geographer geologist geophysicist goalkeeper goalie goaltender golfer governor governor-general guitarist gymnast hairdresser handler head headmaster headmistress headteacher historian host hostess housekeeper
hydrologist illustrator imam immunologist inspector instructor insurer interior-minister interpreter investigator investor jockey journalist judge juror justice keeper king knight labourer landlady landlord lawmaker lawyer leader
lecturer legislator librarian lieutenant lieutenant-colonel lifeguard lineman linebacker linguist lobbyist locksmith magistrate magnate major manager marine marshal mathematician mayor mayoress mechanic mediator medic member messenger
meteorologist microbiologist midfielder midwife minister missionary model moderator mogul monk monsignor mp musician naturalist negotiator neurologist neuroscientist neurosurgeon newsreader notary novelist nun nurse nutritionist obstetrician
officer official ombudsman oncologist operative operator organiser organizer ornithologist owner paediatrician painter paleontologist palaeontologist paramedic parliamentarian partner pastor pathologist patriarch peer pediatrician pensioner pharmacist
philanthropist philosopher photographer photojournalist physician physicist physiologist physiotherapist pianist pilot pitcher plasterer playwright plumber poet policeman policewoman policymaker politician pollster pontiff pope porter
postman postmaster postmistress premier presenter president president-elect priest primate prime-minister prince princess principal producer professor programmer prosecutor provost psychiatrist psychologist publicist publisher pundit
quarterback queen rabbi racer radiographer radiologist rancher ranger rapper realtor receptionist recruiter rector referee registrar regulator reporter representative researcher restaurateur retailer rider rower ruler
runner sailor salesman saleswoman scholar scientist screenwriter sculptor secretary secretary-general seismologist selectman senator sergeant sheriff shopkeeper singer singer-songwriter skipper sociologist soldier solicitor songwriter
soprano speaker speechwriter spinner spokesman spokesperson spokeswoman sportswoman sprinter staffer statistician steward stewardess stockbroker storyteller strategist striker stylist sub-postmaster subcontractor superintendent superstar supervisor supremo surgeon surveyor
swimmer taoiseach teacher technician technologist tenor theologian therapist toxicologist trader trainer translator treasurer trustee tutor tycoon umpire undersecretary under-secretary undertaker usher vet veterinarian vicar vice-captain vice-chair vice-chairman vice-chancellor
vice-president vicepresident violinist virologist vlogger volcanologist volunteer waiter waitress warden weatherman welder whip whistleblower whistle-blower winger worker wrestler writer youtuber zookeeper zoologist
`;

/** Parts that people play in what is told: they may speak, but the word says little about who they are. */
export const PARTS = `
accuser acquaintance addict adolescent adult alumnus ancestor applicant arsonist bloke chum gran grandad granddad nan grandma grandpa pal attacker attendee baby bachelor backer beneficiary boy boyfriend bride bridegroom brother brother-in-law burglar buyer bystander caller captive caregiver casualty challenger child
citizen civilian claimant classmate client clubber collaborator colleague columnist commuter companion competitor complainant consumer contender contestant convict counterpart cousin coworker co-worker constituent contributor creditor criminal culprit customer cyclist dad daughter daughter-in-law
debtor deceased defector defendant delegate demonstrator descendant detainee diner donor drinker employee employer enthusiast ex ex-boyfriend ex-girlfriend ex-husband ex-wife executor exile expert eyewitness fact-checker fan father father-in-law fellow fiance fiancee
fiancé fiancée flatmate friend fugitive gang-member gentleman girl girlfriend grandchild granddaughter grandfather grandmother grandparent grandson granny frontrunner front-runner gamer graduate groom guardian guard guest guide gunman guy hacker heir heiress hero
heroine hiker hijacker holidaymaker homeowner hopeful hostage housewife householder houseguest hunter husband immigrant individual incumbent infant informant inhabitant inmate insider intern intruder islander jogger jailer kid kidnapper killer lad lady landowner
lass learner listener loser lover loyalist man mate matriarch mentor mercenary merchant migrant militant minor mother mother-in-law motorcyclist motorist mourner mugger mum mummy mom murderer nanny native neighbor
neighbour nephew newcomer niece nominee observer occupant offender onlooker opponent orphan outsider paedophile parent parishioner participant passenger passerby passer-by patient pedestrian peer person perpetrator petitioner pilgrim
plaintiff player poacher politician predecessor prisoner protester protestor pupil rapist reader rebel recipient refugee regular relative rescuer resident respondent rioter rival robber roommate schoolboy schoolchild schoolgirl seller senior
separatist shareholder shooter shopper sibling sister sister-in-law seeker smuggler someone somebody son son-in-law source specialist spectator spouse spy stakeholder star stepfather stepmother stepson stepdaughter stranger student surrogate subordinate subscriber successor
suitor supporter survivor suspect sweetheart taxpayer teammate team-mate teen teenager tenant terrorist thief toddler tourist trainee trader traveller traveler troublemaker truant twin tyrant uncle aunt undergraduate understudy user
vendor veteran victim villager viewer visitor voter walker ward warrior widow widower winner witness wife woman worshipper youngster youth
`;

/** Words for people taken together, plural in sense: nobody in particular. */
export const CROWDS = `
people folk folks others many some most few several men women children kids police authorities officials experts critics opponents supporters analysts observers scientists researchers residents locals campaigners activists lawmakers
politicians republicans democrats conservatives liberals tories economists insiders sources witnesses protesters protestors demonstrators fans users voters parents neighbours neighbors doctors medics nurses teachers students families relatives friends
colleagues members staff personnel troops forces family couple pair trio crowd crew audience jury panel parishioners investors traders markets shareholders readers viewers listeners
villagers townspeople islanders workers employees unions rebels militants fighters insurgents soldiers allies advisers advisors aides lawyers attorneys prosecutors investigators detectives rescuers survivors victims passengers motorists commuters shoppers customers
executives directors owners managers bosses chiefs leaders ministers mps senators councillors peers delegates diplomats negotiators envoys ambassadors mayors governors judges historians scholars academics
`;

/** Words that tell the gender of whom they name. */
export const GENDERED: Readonly<Record<'female' | 'male', string>> = {
  female:
    'woman women girl girls lady mother mum mummy mom wife widow sister daughter aunt niece grandmother granddaughter granny girlfriend fiancee fiancée ex-wife ex-girlfriend mother-in-law sister-in-law daughter-in-law stepmother stepdaughter bride actress waitress hostess heroine heiress ' +
    'queen princess duchess baroness countess nun policewoman congresswoman assemblywoman councilwoman chairwoman spokeswoman businesswoman sportswoman saleswoman schoolgirl headmistress stewardess mayoress postmistress landlady housewife matriarch soprano barmaid midwife',
  male:
    'man men boy boys gentleman guy lad father dad husband widower brother son uncle nephew grandfather grandson boyfriend fiance fiancé ex-husband ex-boyfriend father-in-law brother-in-law son-in-law stepfather stepson groom bridegroom actor waiter hero heir ' +
    'king prince duke baron earl emperor monk friar priest pope policeman congressman assemblyman councilman chairman spokesman businessman fireman fisherman salesman schoolboy headmaster landlord cameraman gunman postman weatherman foreman pontiff imam baritone tenor batsman',
};

/** Kinship and ties: "his wife", "Ruiz's lawyer": a person known by somebody else. */
export const RELATIONS = `
wife husband spouse partner mother father mum dad mom parent parents son daughter child children brother sister sibling uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter boyfriend girlfriend fiance fiancee fiancé fiancée widow widower
lawyer lawyers attorney attorneys solicitor barrister spokesman spokeswoman spokesperson agent manager adviser advisor aide aides friend friends colleague colleagues family relatives team-mate teammate predecessor successor counterpart deputy boss stepfather stepmother ex-wife ex-husband mother-in-law father-in-law
`;
