"""The pages in English."""

from __future__ import annotations

from app.survey_web.words import KindNames, NoticeWords, PageWords, Said

ENGLISH = PageWords(
    name="English",
    choose_language="Choose a language",
    date="{year}-{month:02d}-{day:02d}",
    title="Survey about your visit",
    department="Department",
    visited_on="Date of visit",
    kept="We keep only the department, service area, date, language and your answers. "
    "We do not keep the time, your name, your phone number or anything about your device.",
    required="required",
    optional="optional",
    comment_note="What you write here is posted on the office's comment board.",
    at_most="Up to {limit} characters.",
    send="Send",
    check_title="Please check these questions",
    missing="Please choose an answer.",
    unknown_option="Please choose one of the answers shown.",
    not_together="“None” and “Prefer not to answer” cannot be combined with another answer.",
    too_long="You can write up to {limit} characters. There are {length} now.",
    personal_title="This looks like personal data",
    personal_text="Nothing has been sent yet. Please change or cover the marked part.",
    personal_found="Found: {kinds}",
    mask="Cover the marked part",
    masked="Personal data in the text below is now covered with *. Please check it and send.",
    kinds=KindNames(
        resident_number="resident or foreigner registration number",
        phone="phone number",
        email="e-mail address",
        card="card number",
        passport="passport number",
        licence="driving licence number",
    ),
    second_title="Would you like to tell us more?",
    second_text="If you describe what happened, the audit officer will read it. You can also skip this.",
    second_label="What happened",
    second_note="It is encrypted; only the audit officer can read it.",
    second_kept="Your first answers are sealed. They are saved, once, when you send or skip this page "
    "or when 30 minutes have passed.",
    help_title="Where to get help",
    lawyer="Anonymous reports made through a lawyer are accepted only by "
    "the Anti-Corruption & Civil Rights Commission.",
    call="Call {phone}",
    new_window="new window",
    skip="Skip",
    thanks_text="Your answers have been saved. You can close this window.",
    late_title="This text was not saved",
    late_text="30 minutes have passed or the survey was already finished, so only your earlier answers were saved. "
    "To pass this text on, copy it and contact one of the places below.",
    late_yours="Your text",
    notices=NoticeWords(
        used=Said(
            "This survey has already been answered", "Each visit can be answered once. Thank you for your opinion."
        ),
        expired=Said(
            "The time for answering has passed", "The survey of this slip has closed. Tell us after your next visit."
        ),
        unusable=Said(
            "This address cannot be opened",
            "Please scan the QR code on your slip again. If it still does not open, ask at the counter.",
        ),
        missing=Said("There is no such page", "The survey opens when you scan the QR code on your slip."),
        elsewhere=Said(
            "We could not take this answer", "It was not sent from this survey. Please scan your slip again."
        ),
        too_large=Said("The text is too long", "Nothing was saved. Please go back, shorten it and send it again."),
        unreadable=Said(
            "We could not read this answer",
            "Nothing was saved. Please scan the QR code on your slip again and send it from the survey.",
        ),
        busy=Said("We cannot take answers right now", "Nothing was saved. Please send it again in a moment."),
    ),
)
