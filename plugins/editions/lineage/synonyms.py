"""Words that editions of standards exchange for one another.

One small table of general English and of the vocabulary of security, software, data and AI standards. A shared group
counts for less than a shared word (``weights.SYNONYM``); what a pair of editions swaps beyond this is learnt from
the pair itself (``substitution``).
"""

from __future__ import annotations

from functools import cache

from editions.lineage.words import stem

# One group a line. A word may stand in several.
_GROUPS = """
access entry reach
account login identity user
activity action operation task
adversary attacker threat intruder malicious
agreement contract
alert notification warning notify inform tell advise alarm
algorithm cipher cryptographic
allow permit let
approve authorise authorize sanction accept consent permission permit
asset resource component device equipment
assess evaluate appraise review examine check
assessment evaluation audit review
attempt try
audit log record trail
authenticate verify login logon signin credential
automatic automated machine tooling
availability uptime continuity
backup copy restore recovery
behaviour behavior conduct
block prevent deny reject stop refuse prohibit forbid
boundary perimeter edge gateway
breach incident compromise spill leak
build compile pipeline ci
bias fairness discrimination
capability function feature ability functionality
certificate credential attestation
change modify alter update edit amend adjust modification
check verify validate confirm test inspect
client customer consumer
code source program
collect gather capture acquire
commit change contribution
communicate transmit transfer send transit exchange
computer workstation machine host endpoint device
confidential secret sensitive private
configure setting set configuration setup
connect link attach join
consent permission agreement
contact reach
contain include comprise hold
control measure safeguard mechanism countermeasure
create generate produce make establish build develop
critical essential key important vital significant
customer user person individual
data information record content
database store repository
date time timestamp
decommission retire dispose withdraw
default preset
defect bug flaw fault error issue
defend protect safeguard secure guard shield
define specify state describe set determine
delete remove erase wipe destroy purge sanitise dispose
deliver supply provide ship distribute
dependency library component package third-party supplier
deploy release install rollout
describe explain document state set
design architecture plan
detect discover identify find notice recognise
device equipment hardware appliance
disable deactivate switch turn remove
disclose reveal publish expose report
display show present
document record write written documentation
duration period time length interval
duty role responsibility job
employee staff personnel worker people person individual
encrypt cipher cryptography cryptographic
enforce apply impose
environment setting
erroneous wrong invalid incorrect
error failure fault exception
establish create set define implement maintain
event incident occurrence
evidence proof record
exchange swap transfer
execute run perform carry
exclusive sole only dedicated
expire lapse
external outside third public
failure outage fault
fast prompt timely immediate quick soon rapid
file document
filter screen inspect
fix remediate correct repair resolve patch mitigate address
flaw vulnerability weakness
forbid prohibit ban
frequent regular periodic interval
goal objective purpose aim
govern manage oversee direct
group team
guide guidance instruction manual handbook
harm damage impact injury
hash digest checksum
identical same equal
identifier id name
identify recognise determine establish
illegal unlawful unauthorised
implement apply enable adopt deploy use introduce
incoming inbound received ingress
input entry data parameter
install load deploy
integrity tamper authenticity
internal inside
internet web online
inventory register list catalogue catalog asset
isolate separate segregate segment partition
job task duty
keep retain maintain preserve store hold
key secret
launch start begin initiate
law legal regulation statutory legislation regulatory
leader executive manager management
limit restrict constrain minimum minimise confine
list register inventory
location place site
logon login sign session
maintain keep sustain operate
malware virus antivirus malicious
mandatory obligatory compulsory
method procedure process means way mechanism
minimum least lowest fewest
model system ai
monitor watch track observe oversee supervise
multifactor mfa multi-factor two-factor
network connection traffic
obtain get acquire procure
occur happen take
old legacy obsolete outdated
operator administrator admin
organisation organization entity company enterprise business agency
outgoing outbound egress
output result response
owner custodian responsible accountable
party stakeholder
passphrase password secret pin
patch update fix upgrade
person human individual people
personal private pii
physical premises facility building
plan strategy programme program
policy rule
portable mobile removable
prior before advance
privilege right permission entitlement authority
privileged administrator administrative elevated admin
procedure process practice
procure purchase buy acquire
production live operational
project initiative
prompt input
proof evidence attestation
public open
publish release issue
quality accuracy
record register log note
recover restore restoration resume
reduce lower minimise mitigate limit
regular periodic routine annual annually
remote distant teleworking
report notify raise submit escalate
repository source version-control codebase
request query ask
respond handle react response
retain keep preserve retention store
review revisit reassess recheck
risk threat hazard
role duty responsibility function
safe secure
schedule plan timetable
screen vet background
secure protect harden
segment zone separate
senior top executive
server host
session connection login
severity criticality impact
share disclose distribute
shared common joint
sign signature signed
software application program app
stage phase step
standard baseline benchmark
start begin commence onset
state status condition
stop cease halt terminate end
store hold keep save storage rest
strong robust
supplier vendor provider third-party contractor subcontractor outsourced
support assist aid help
suspend revoke withdraw disable remove terminate
suspicious anomalous unusual abnormal
test exercise trial
tool utility software
train teach educate training awareness education
transparent explain explainable
trust trusted reputable
unique individual distinct
unsupported end-of-life obsolete
untrusted unknown hostile
update refresh upgrade revise
user person operator
validate check verify sanitise
version revision edition release
visitor guest
website web site page
whole complete full entire
year annual annually twelve
"""


@cache
def groups_of_stems() -> dict[str, tuple[int, ...]]:
    """Returns, for each stem in the table, the numbers of the groups it stands in."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for word in line.split():
            for part in word.split("-")[:1] if "-" not in word else [word.replace("-", "")]:
                numbers = found.setdefault(stem(part), [])
                if number not in numbers:
                    numbers.append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
