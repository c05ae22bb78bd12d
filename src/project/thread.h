/* thread.h: needs found, evidence for them, and the links from one end of a plan to the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* BlLensMark: how something bears on an item of a lens. */
typedef enum
{
  BL_MARKED_UNKNOWN,
  BL_MARKED_STRONG_HELP,
  BL_MARKED_HELP,
  BL_MARKED_NONE,
  BL_MARKED_HINDER,
  BL_MARKED_STRONG_HINDER,
} BlLensMark;
#define BL_TYPE_LENS_MARK (bl_lens_mark_get_type ())
GType bl_lens_mark_get_type (void);
const char *bl_lens_mark_get_title (BlLensMark self); /* untranslated (N_()) */

/* Kind "mark": an option or an action seen through a lens. Fields: lens (text: "outcomes"), item (text:
 * "outcome.2"), mark (BlLensMark), evidence (reference); long text reason (a mark without one is shown
 * hollow). */
#define BL_TYPE_LENS_MARKING (bl_lens_marking_get_type ())
G_DECLARE_FINAL_TYPE (BlLensMarking, bl_lens_marking, BL, LENS_MARKING, BlRecord)
BlLensMarking *bl_lens_marking_new (const char *id);

/* Kind "need": a local need that was found. Fields: title, who (text: people), where (text: places), weight
 * (real: of 100, all needs together), stage (text), met (text: "no", "partly", "yes" by the service now),
 * found (date), found-by (text); long texts: statement, basis. */
#define BL_TYPE_LOCAL_NEED (bl_local_need_get_type ())
G_DECLARE_FINAL_TYPE (BlLocalNeed, bl_local_need, BL, LOCAL_NEED, BlRecord)
BlLocalNeed *bl_local_need_new (const char *id);

/* Kind "evidence-item": an entry of the evidence register (planning-content 8.2). Fields: title, sort (text:
 * dataset, survey, research report, consultation, site visit, legal advice, plan, own analysis), publisher,
 * address, period (text: what it describes), got, published (dates), geography, licence, attribution, quality
 * (text: measured, estimated, proxy, opinion), sample (text), limit (text: of freshness, "fresh.use"), good-
 * until (date), public (text: yes, no, names removed), about (reference: the imported table it stands for),
 * stage (text), signed (date), signed-by (text); long texts: says, limits, gap, note. */
#define BL_TYPE_EVIDENCE (bl_evidence_get_type ())
G_DECLARE_FINAL_TYPE (BlEvidence, bl_evidence, BL, EVIDENCE, BlRecord)
BlEvidence *bl_evidence_new (const char *id);

/* Kind "link": one link of the thread. Fields: from, to (references; evidence to need, need to option, option
 * to consultation, option or need to decision, decision to action, need to action, action to indicator), made
 * (date), made-by (text), seen (text: what the figure behind it was then); long text why. */
#define BL_TYPE_THREAD_LINK (bl_thread_link_get_type ())
G_DECLARE_FINAL_TYPE (BlThreadLink, bl_thread_link, BL, THREAD_LINK, BlRecord)
BlThreadLink *bl_thread_link_new (const char *id);

G_END_DECLS
