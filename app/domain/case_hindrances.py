"""Why a step is not possible, in codes: the window says each in a sentence."""

from __future__ import annotations

from enum import StrEnum


class Hindrance(StrEnum):
    """What `NotPossibleNow.why` says. Articles: 법 is 민원처리법, 영 its decree."""

    # --- where the case stands ---

    ENDED = "ended"
    """It is closed. Notes, corrections, undoing, and an objection to a refusal are possible still."""
    STILL_OPEN = "still_open"
    """It is not closed; what was asked for (erasing) has to wait until it is."""
    ERASED = "erased"
    """Its personal data were erased; nothing can be written or printed about it any more."""
    ALREADY_ANSWERED = "already_answered"
    """The citizen has been told the result already. It can be closed, or the answer be undone."""
    NOT_ANSWERED = "not_answered"
    """It cannot be closed before the citizen was told the result (법 27조); only 기타 and praise can."""
    YOURS_ALREADY = "yours_already"
    """Whoever takes it over has it already."""
    NO_DEADLINE = "no_deadline"
    """No period runs (praise), so there is nothing to extend or to remind of."""

    # --- what has to be said with it ---

    TEXT_NEEDED = "text_needed"
    """A text is needed: what is to be supplemented, to which authority it goes, what was told, or the note itself."""
    REASON_NEEDED = "reason_needed"
    """A reason is needed as text: of a refusal (법 27조 2항), an extension (영 21조), a return (영 25조), of closing as
    a repeated matter (법 23조)."""
    REMEDY_NEEDED = "remedy_needed"
    """A refusal must name the remedy: where and until when one may object (법 27조 2항)."""
    RESULT_NEEDED = "result_needed"
    """An answer must say how it came out."""
    RESULT_NOT_FITTING = "result_not_fitting"
    """This result belongs to another step (returned, withdrawn, passed on, repeated) or to other kinds (thanked)."""
    DEPARTMENT_NEEDED = "department_needed"
    """A transfer must say to which department."""
    SAME_DEPARTMENT = "same_department"
    """It is in that department already."""
    UNTIL_NEEDED = "until_needed"
    """Until when the citizen has time must be said (영 24조)."""
    UNTIL_TOO_EARLY = "until_too_early"
    """The day it is to be there by lies before the step, or not after the day it had been."""

    # --- supplements (법 22조, 영 24·25조) ---

    WAITS_FOR_SUPPLEMENT = "waits_for_supplement"
    """The case waits for the citizen. Record first what came, or on what day, or undo the request."""
    NO_SUPPLEMENT_ASKED = "no_supplement_asked"
    """Nothing is being waited for."""
    SUPPLEMENT_RUNS = "supplement_runs"
    """The citizen still has time for what was asked; it can be asked for again when that is over."""
    PROLONGED_TWICE = "prolonged_twice"
    """The period was prolonged twice already, which is all (영 24조 2항)."""
    SECOND_NOT_PROLONGED = "second_not_prolonged"
    """The ten days of the second request are not prolonged (영 24조 3항)."""
    SECOND_TEN_DAYS = "second_ten_days"
    """The second request gives ten days and no more (영 24조 3항)."""
    NO_THIRD_SUPPLEMENT = "no_third_supplement"
    """It was asked for twice already, which is all (영 24조)."""
    RETURN_TOO_EARLY = "return_too_early"
    """It can be returned (반려) only when the period of the second request is over, too (영 25조)."""

    # --- field surveys (영 17조) ---

    SURVEY_OF_GRIEVANCES_ONLY = "survey_of_grievances_only"
    """Only grievances (고충) have a field survey that stops the clock."""
    SURVEY_RUNS = "survey_runs"
    """The field survey goes on; record its end first."""
    NO_SURVEY = "no_survey"
    """No field survey is going on."""
    SURVEYED_ALREADY = "surveyed_already"
    """There has been one; another one would not stop the clock."""
    SURVEY_TOO_LONG = "survey_too_long"
    """A field survey takes up to 14 days, and once prolonged 7 more."""
    SURVEY_PROLONGED_ALREADY = "survey_prolonged_already"
    """It was prolonged once already, which is all."""

    # --- extensions (영 21조) and objections (법 35조) ---

    EXTENDED_ALREADY = "extended_already"
    """It was extended as often as may be: once, and once more with consent; the time for an objection once."""
    CONSENT_NEEDED = "consent_needed"
    """A second extension needs the citizen's consent (영 21조 1항)."""
    EXTENSION_TOO_LONG = "extension_too_long"
    """An extension is no longer than the period itself; for deciding an objection no longer than ten days."""
    EXTENSION_TOO_LATE = "extension_too_late"
    """The period is over already; it had to be extended within it."""
    NOT_REFUSED = "not_refused"
    """Only a refusal can be objected to."""
    OBJECTION_TOO_LATE = "objection_too_late"
    """More than 60 days have passed since the refusal (법 35조 1항)."""
    OBJECTED_ALREADY = "objected_already"
    """There has been an objection; another one is not possible."""

    # --- reminders, repeated matters ---

    NOT_OVERDUE = "not_overdue"
    """A reminder (독촉장) is for cases that are overdue."""
    NOT_OF_LEGAL_KINDS = "not_of_legal_kinds"
    """법정민원 is never closed as a repeated matter (법 23조)."""
    SAME_CASE = "same_case"
    """A case cannot be linked with itself."""
    NOT_LINKED = "not_linked"
    """It is on a matter of its own already."""
    LINKED_WITH_AUDITORS = "linked_with_auditors"
    """A second grievance rests on it, which is the audit officer's: only they take that out of the matter (영 17조)."""
    NOT_REPEATED_ENOUGH = "not_repeated_enough"
    """Closing as a repeated matter needs three submissions and two answers before this one came (법 23조)."""

    # --- undoing, correcting, letters ---

    NO_SUCH_STEP = "no_such_step"
    """The case has no such step that counts: it is of another case, does not fit, or there is none for that letter."""
    UNDONE_ALREADY = "undone_already"
    """The step was undone already."""
    NOT_TO_BE_UNDONE = "not_to_be_undone"
    """Undoing cannot be undone; take the step again."""
    NOT_TO_BE_CORRECTED = "not_to_be_corrected"
    """Undoings and corrections have no day to correct; undo the correction instead."""
    OTHERS_REST_ON_IT = "others_rest_on_it"
    """Later steps would no longer fit without it, or on that day; undo those first."""
