"""What each move changes in the case (动作的效果), beside its state, clocks, papers and contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kaocheng.cases.effects import anytime, confirming, deciding, deferred, examining, intake
from kaocheng.cases.events import Happening
from kaocheng.cases.records import Case

Effect = Callable[[Case, Happening], Case]
EFFECTS: Mapping[str, Effect] = {
    "receive": intake.receive,
    "fix_on_spot": intake.receive,
    "notify_supplement": intake.notify_supplement,
    "supply": intake.supply,
    "accept": intake.accept,
    "deem_accepted": intake.accept,
    "check_permit": intake.check_permit,
    "transfer": anytime.transfer,
    "offer_decision": confirming.propose,
    "take_decision": confirming.take_decision,
    "decline_decision": confirming.drop,
    "ask_return": confirming.propose,
    "ask_extension": confirming.propose,
    "refuse_extension": confirming.drop,
    "keep_case": confirming.drop,
    "urge": anytime.urge,
    "entrust": anytime.entrust,
    "hand_over": anytime.hand_over,
    "claim_task": examining.claim_task,
    "finish_task": examining.finish_task,
    "request_correction": examining.request_correction,
    "answer_correction": examining.answer_correction,
    "send_back": examining.send_back,
    "begin_special": examining.begin_special,
    "end_special": examining.end_special,
    "extend": examining.extend,
    "pay_owed": deferred.pay_owed,
    "lapse_owed": deferred.lapse_owed,
    "check_promise": deferred.check_promise,
    "grant": deciding.decide,
    "deny": deciding.decide,
    "deem_renewed": deciding.decide,
    "close": deciding.close,
    "deliver": deciding.deliver,
    "confirm_service": deciding.confirm_service,
    "invite_rating": deciding.invite_rating,
    "rectify": deciding.rectify,
    "archive": deciding.archive,
}
"""The effect of each move that has one; the others only change the state."""
