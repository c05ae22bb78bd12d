/* thread.c: needs found, evidence for them, and the links from one end of a plan to the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "thread.h"

#include <glib/gi18n-lib.h>

struct _BlLensMarking
{
  BlRecord parent;
};

struct _BlLocalNeed
{
  BlRecord parent;
};

struct _BlEvidence
{
  BlRecord parent;
};

struct _BlThreadLink
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlLensMarking, bl_lens_marking, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlLocalNeed, bl_local_need, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlEvidence, bl_evidence, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlThreadLink, bl_thread_link, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlLensMark,
                    bl_lens_mark,
                    G_DEFINE_ENUM_VALUE (BL_MARKED_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_MARKED_STRONG_HELP, "strong-help"),
                    G_DEFINE_ENUM_VALUE (BL_MARKED_HELP, "help"),
                    G_DEFINE_ENUM_VALUE (BL_MARKED_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (BL_MARKED_HINDER, "hinder"),
                    G_DEFINE_ENUM_VALUE (BL_MARKED_STRONG_HINDER, "strong-hinder"))

const char *
bl_lens_mark_get_title (BlLensMark self)
{
  switch (self)
    {
    case BL_MARKED_STRONG_HELP:
      return N_ ("Plainly helps");
    case BL_MARKED_HELP:
      return N_ ("Helps somewhat");
    case BL_MARKED_NONE:
      return N_ ("No real effect");
    case BL_MARKED_HINDER:
      return N_ ("Makes it somewhat harder");
    case BL_MARKED_STRONG_HINDER:
      return N_ ("Makes it plainly harder");
    case BL_MARKED_UNKNOWN:
    default:
      return N_ ("Not known yet");
    }
}

static void
bl_lens_marking_class_init (BlLensMarkingClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "mark", N_ ("mark"));
  bl_record_class_add_text (record_class, "lens", N_ ("lens"));
  bl_record_class_add_text (record_class, "item", N_ ("item"));
  bl_record_class_add_enum (record_class, "mark", N_ ("mark"), BL_TYPE_LENS_MARK);
  bl_record_class_add_reference (record_class, "evidence", N_ ("evidence"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
}

static void
bl_lens_marking_init (BlLensMarking *self)
{
}

BlLensMarking *
bl_lens_marking_new (const char *id)
{
  BlLensMarking *self = g_object_new (BL_TYPE_LENS_MARKING, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_local_need_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("need"));
}

static void
bl_local_need_class_init (BlLocalNeedClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_local_need_describe;
  bl_record_class_set_kind (record_class, "need", N_ ("need"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "who", N_ ("who has it"));
  bl_record_class_add_text (record_class, "where", N_ ("where"));
  bl_record_class_add_real (record_class, "weight", N_ ("weight"));
  bl_record_class_add_text (record_class, "stage", N_ ("stage"));
  bl_record_class_add_text (record_class, "met", N_ ("met now"));
  bl_record_class_add_date (record_class, "found", N_ ("date found"));
  bl_record_class_add_text (record_class, "found-by", N_ ("found by"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "basis", N_ ("what it rests on"));
}

static void
bl_local_need_init (BlLocalNeed *self)
{
}

BlLocalNeed *
bl_local_need_new (const char *id)
{
  BlLocalNeed *self = g_object_new (BL_TYPE_LOCAL_NEED, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_evidence_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("evidence"));
}

static void
bl_evidence_class_init (BlEvidenceClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_evidence_describe;
  bl_record_class_set_kind (record_class, "evidence-item", N_ ("evidence"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "sort", N_ ("kind"));
  bl_record_class_add_text (record_class, "publisher", N_ ("publisher"));
  bl_record_class_add_text (record_class, "address", N_ ("where it is"));
  bl_record_class_add_text (record_class, "period", N_ ("period"));
  bl_record_class_add_date (record_class, "got", N_ ("date obtained"));
  bl_record_class_add_date (record_class, "published", N_ ("date published"));
  bl_record_class_add_text (record_class, "geography", N_ ("geography"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_text (record_class, "attribution", N_ ("attribution"));
  bl_record_class_add_text (record_class, "quality", N_ ("how sure"));
  bl_record_class_add_text (record_class, "sample", N_ ("sample"));
  bl_record_class_add_text (record_class, "limit", N_ ("limit of freshness"));
  bl_record_class_add_date (record_class, "good-until", N_ ("good until"));
  bl_record_class_add_text (record_class, "public", N_ ("may be published"));
  bl_record_class_add_reference (record_class, "about", N_ ("table it stands for"));
  bl_record_class_add_text (record_class, "stage", N_ ("stage"));
  bl_record_class_add_date (record_class, "signed", N_ ("date signed"));
  bl_record_class_add_text (record_class, "signed-by", N_ ("signed by"));
  bl_record_class_add_long_text (record_class, "says", N_ ("what it says for us"));
  bl_record_class_add_long_text (record_class, "limits", N_ ("limits"));
  bl_record_class_add_long_text (record_class, "gap", N_ ("gap it leaves"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_evidence_init (BlEvidence *self)
{
}

BlEvidence *
bl_evidence_new (const char *id)
{
  BlEvidence *self = g_object_new (BL_TYPE_EVIDENCE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_thread_link_class_init (BlThreadLinkClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "link", N_ ("link"));
  bl_record_class_add_reference (record_class, "from", N_ ("from"));
  bl_record_class_add_reference (record_class, "to", N_ ("to"));
  bl_record_class_add_date (record_class, "made", N_ ("date made"));
  bl_record_class_add_text (record_class, "made-by", N_ ("made by"));
  bl_record_class_add_text (record_class, "seen", N_ ("figure then"));
  bl_record_class_add_long_text (record_class, "why", N_ ("why"));
}

static void
bl_thread_link_init (BlThreadLink *self)
{
}

BlThreadLink *
bl_thread_link_new (const char *id)
{
  BlThreadLink *self = g_object_new (BL_TYPE_THREAD_LINK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
