/**
 * Words that names, labels, messages and addresses in programs are made of, in small letters. A value made of
 * them alone was written by a person to be read. Counted over the sources and documents of several hundred npm
 * packages, with the words around signing in added.
 */
export const words: ReadonlySet<string> = new Set(
  `
about above absolute accept accepts access account accounts acme action actions active actual actually
add added adding additional adds admin after again against agree algorithm alias all allow allowed
allows already also alt always amqp and another anthropic any anything api apis app append application
apply are arg args argument arguments around array arrays ascii assert assign associated async attempt
audience audio auth author authors auto automatically available avoid await aws azure back backup bad
badge bar base based bash basic battery baz bearer because become been before behavior being below best
better between billing bin binary bind binding bit blank blob block body boolean both bound bracket
branch break browser browsers buffer bug bugs build built bundle but button byte bytes cache call
callback called calling calls can cannot card cart case cases cat catch cause certain change changed
changelog changeme changes char character characters chart chat check checked checking checkout checks
child children choose chunk cjs class clean clear cli client clone close closing code codes collective
color column com comma command comment comments commit common community compare compatibility compatible
compile compiler complete completion component concat condition conditions conduct config configurable
configuration confirm confirmation connection consider considered console const constructor consume
contact contain containing contains content contents context continue contract contribute contributing
contributors control controller convert converted cookie copies copy copyright core correct
corresponding could count coverage create created creates creating credential credentials cross csrf css
current currently custom customer cut dark dashboard data database date deal debug declaration declare
decode decrypt deep default defaults define defined definition definitions delete demo dependencies
dependency deprecated depth description descriptor detail details detect determine dev developer
development dialog diff different dir direct directly directory disable disabled dist doc docker docs
document documentation does doesn dog domain don done dot double download downloads drop due dummy
during dynamic each edit effect effects either elastic element elements else email emit emitted empty
enable enabled encode encoded encoding encrypt encrypted encryption end ending ends engines ensure enter
entire entries entry enumerable env environment equal equivalent err error errors escape escaped eslint
esm etc even event events every everything exactly example examples except exception exclude exec
execute exist existing exists exit exp expect expected expired expires expiry explicit explicitly export
exported exports expose express expression expressions ext extend extended extends extension extensions
extra factory fail failed fake fallback false fast features few field fields file files fill filter
final finally find firebase first fix fixed flag flags flat floor folder follow following follows foo
footer for force forgot forgotten form format found free from full fully function functions funding
future gcp generate generated generator get gets getting git github gitlab given global google got grant
greater grid group guest hacker handle handled handler handling happen has hash have having head header
headers hello help helper helpers here hex hidden hide high history home homepage hook horse host how
however href html http https hub hunter icon id identifier ignore ignored image img immediately
implementation implements implied import important include included includes including incorrect index
infinity info information init initial input insecure insert inside inspect install installation
instance instanceof instances instead int integer interface internal into invalid invoice ipsum isn
issue issuer issues item items its itself java javascript job join json just jwt kafka keep key keyboard
keyof keys keywords kind know known kubernetes label language large last later latest layout lcov
leading least left legacy len length less let level liable lib library license licensed lifetime light
like limit limited line lines link lint linux list listener literal load local localhost location log
logic login logout long longer look loop lorem low lower made magic mail main maintained major make
makes making manually many map mapping mariadb mark markdown master match matched matches matching math
max maximum may means media memory menu merge message messages meta method methods middleware might min
mine missing mit mjs mocha mock modal mode model modified modify module modules mongo mongodb monkey
more most move much multiple must mysql name named names namespace native navbar navigation necessary
need needed needs negative nested net netlify never new next node nodejs nodes non none normal normalize
not note nothing notice notification now npm npmjs null number numbers numeric oauth obj object objects
off offset old omit once one only open openai operations option optional options opts order orders org
origin original other otherwise our out output outside over override own package packages page panel
param parameter parameters params parent parse parsed parser parsing part partial particular parts pass
passed passing passphrase passwd password path paths pattern payment pepper per performance permission
pipe place placeholder plain platform please plugin plus png point pop popup port position possible
postgres postgresql pre prefer prefix prepack prepare prepublish present preset prettier prevent
previous price primary print private probably process processing prod product production products
profile program project projects promise promises prompt prop properties property proto protocol
prototype provide provided provider provides public publish pull purpose push put query queue quote qux
rabbit rabbitmq random range rather raw read readable readonly real realm reason recommended record
redis reduce reducer reference references refresh reg regex regexp register regular reject related
relative release remaining remove removed repeat replace replaced repo report reporter repository req
request requested requests require required requires res reset resolve resolved resource response rest
result results return returned returning returns right rights role roles root rotate rotation route
router routes row rules run running runs runtime safe salt same sample save scope script scripts search
sec second secondary secret secrets section secure security see selector self semver send sendgrid
separate separator sequence server service session set sets setting settings setup shared shell shields
shift short should show side sidebar sign signature signin signing signup similar simple simply since
single size skip slack slash slice small smtp software some something sort source space spec special
specific specified specify splice split src stack stage staging standard staple start started starting
starts stat state static status stderr stdout still stop storage store str stream strict string
stringify strings strip stripe strong style sub subject substring success such supabase super support
supported supports sure svg switch symbol sync syntax system tab table tabs tag tags take takes target
task temp template temporary tenant terms test testing tests text than that the their them theme then
there these they thing things this those three through throw thrown throws time timeout times title todo
toggle token tokens too tools tooltip top trailing transform travis treat tree trim true try tsc
tsconfig ttl turn twilio two type typed typeof types typescript uint undefined under unexpected unicode
unit unknown unless unsafe unset unshift until update upload upper uri url usage use used useful user
users uses using utf util utility val valid validate value values var variable variables various vault
vercel verification verify version versions very via video view visible void wait want warn warning was
way ways weak web webhook welcome well were what whatever when where whether which while whitespace
whole why width wiki will win window windows with within without won work worker workflow workflows
working works world would wrap wrapper writable write writing written wrong www xsrf yet yml you your
zero
`
    .trim()
    .split(/\s+/),
);
