/* register.h: entries of the light registers, and progress reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/* Kind "register-entry": an entry of a light register (planning-content 8). Fields: register (text:
 * "reg.funding"), title, state (text), date, until (dates), need, action (references), outcomes (text:
 * numbers by blanks), owner (text), asked, won, spent (money), number (real: attended, reach), counted (text:
 * what the number counts); list fields (BlEntryField): the others, by their ids. */
#define BL_TYPE_REGISTER_ENTRY (bl_register_entry_get_type ())
G_DECLARE_FINAL_TYPE (BlRegisterEntry, bl_register_entry, BL, REGISTER_ENTRY, BlRecord)
BlRegisterEntry *bl_register_entry_new (const char *id);

/* Kind "reported": how an action stood when it was reported. Fields: action (reference), ref, title, owner,
 * state (text), percent (integer), end (date); long text commentary. */
#define BL_TYPE_REPORTED (bl_reported_get_type ())
G_DECLARE_FINAL_TYPE (BlReported, bl_reported, BL, REPORTED, BlRecord)
BlReported *bl_reported_new (const char *id);

/* Kind "progress-report": a six-monthly progress report (planning-content 7.4). Fields: title, from, to
 * (dates: the period), date (date), audience (text), kind (text: "progress", "annual"); long text sentences
 * (five, one a line); lists parts (BlEntryField: words of a part, by "rep.…" or "ann.…"), actions
 * (BlReported), wrapped. */
#define BL_TYPE_PROGRESS_REPORT (bl_progress_report_get_type ())
G_DECLARE_FINAL_TYPE (BlProgressReport, bl_progress_report, BL, PROGRESS_REPORT, BlRecord)
BlProgressReport *bl_progress_report_new (const char *id);

G_END_DECLS
