/* test-planning.c: every kind of record of a planning exercise there and back, each field of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "appraisal.h"
#include "consultation.h"
#include "decision.h"
#include "project.h"
#include "record-xml.h"
#include "register.h"
#include "workflow.h"

typedef struct
{
  GHashTable *kinds; /* names of those met */
  BlTable *table;
  guint n;
} Filling;

static void fill (BlRecord *record, Filling *filling, guint depth);

static void
fill_field (BlRecord *record, const BlField *field, Filling *filling, guint depth)
{
  g_autofree char *text
      = g_strdup_printf ("%s & <%u> “%s”", field->name, filling->n++, bl_record_get_kind (record));

  switch (field->type)
    {
    case BL_FIELD_TEXT:
    case BL_FIELD_LONG_TEXT:
      bl_record_set_text (record, field->name, text);
      break;
    case BL_FIELD_INTEGER:
      bl_record_set_integer (record, field->name, filling->n);
      break;
    case BL_FIELD_REAL:
      bl_record_set_real (record, field->name, filling->n + 0.25);
      break;
    case BL_FIELD_MONEY:
      bl_record_set_money (record, field->name, -12345 - (gint64) filling->n);
      break;
    case BL_FIELD_DATE:
      bl_record_set_date (record, field->name, 739000 + filling->n);
      break;
    case BL_FIELD_BOOLEAN:
      bl_record_set_boolean (record, field->name, filling->n % 2 == 0);
      break;
    case BL_FIELD_ENUM:
      bl_record_set_enum (record, field->name, 1);
      break;
    case BL_FIELD_TABLE:
      bl_record_set_table (record, field->name, filling->table);
      break;
    case BL_FIELD_LIST:
      for (guint i = 0; i < 2 && depth < 6; i++)
        {
          g_autoptr (BlRecord) item = g_object_new (field->item_type, NULL);

          bl_record_append (record, field->name, item);
          fill (item, filling, depth + 1);
        }
      break;
    case BL_FIELD_REFERENCE: /* nothing to point at */
    case BL_FIELD_CHILD:
    default:
      break;
    }
}

static void
fill (BlRecord *record, Filling *filling, guint depth)
{
  GPtrArray *fields = bl_record_get_fields (record);

  g_hash_table_add (filling->kinds, (gpointer) bl_record_get_kind (record));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (!field->about_change)
        fill_field (record, field, filling, depth);
    }
}

static void
test_round_trip (void)
{
  static const char *const lists[]
      = { "local-needs", "workflows", "evidence",         "consultations", "appraisals", "decisions",
          "actions",     "risks",     "progress-reports", "registers",     "links",      "frameworks" };
  static const char *const kinds[]
      = { "need",      "workflow", "stage",          "task",     "attachment",      "dated",
          "readiness", "answer",   "evidence-item",  "field",    "question",        "survey",
          "answers",   "coding",   "theme",          "reach",    "check",           "consultation",
          "option",    "sift",     "cost",           "mark",     "weighed",         "scorer",
          "score",     "swing",    "appraisal",      "risk",     "decision",        "frozen",
          "milestone", "progress", "register-entry", "reported", "progress-report", "link",
          "catalogue", "item",     "framework" };
  static const char *const texts[] = { "yes", NULL, "no" };
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlRecordReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTable) table = bl_table_new_texts (texts, 3);
  Filling filling = { .kinds = g_hash_table_new (g_str_hash, g_str_equal), .table = table };

  bl_project_begin (project, "Fill");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const BlField *field = bl_record_find_field (BL_RECORD (project), lists[i]);
      g_autoptr (BlRecord) record = g_object_new (field->item_type, NULL);

      bl_record_append (BL_RECORD (project), lists[i], record);
      fill (record, &filling, 0);
    }
  g_assert_true (bl_project_commit (project));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!g_hash_table_contains (filling.kinds, kinds[i]))
      g_error ("no %s was met", kinds[i]);

  bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  reading = bl_record_read (BL_TYPE_PROJECT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "test",
                            NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  g_assert_true (bl_record_equal (BL_RECORD (project), reading->root));
  again = bl_record_write (reading->root, BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (bytes, again));
  bl_project_undo (project);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "workflows")), ==, 0);
  g_hash_table_unref (filling.kinds);
}

/* What is deleted leaves no link behind that points at nothing. */
static void
test_links (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlRecord) need = BL_RECORD (bl_local_need_new (NULL)),
                       evidence = BL_RECORD (bl_evidence_new (NULL));
  g_autoptr (BlRecord) link = BL_RECORD (bl_thread_link_new (NULL));

  bl_project_begin (project, "Add");
  bl_record_append (BL_RECORD (project), "local-needs", need);
  bl_record_append (BL_RECORD (project), "evidence", evidence);
  bl_record_append (BL_RECORD (project), "links", link);
  bl_record_set_text (link, "from", bl_record_get_id (evidence));
  bl_record_set_text (link, "to", bl_record_get_id (need));
  bl_project_commit (project);
  bl_project_begin (project, "Remove");
  bl_project_delete (project, evidence);
  bl_project_commit (project);
  g_assert_null (bl_record_get_text (link, "from"));
  bl_project_undo (project);
  g_assert_cmpstr (bl_record_get_text (link, "from"), ==, bl_record_get_id (evidence));
}

static void
test_titles (void)
{
  g_assert_cmpstr (bl_task_state_get_title (BL_TASK_DONE), ==, "Done");
  g_assert_cmpstr (bl_gate_answer_get_title (BL_GATE_GO_BACK), ==, "Go back");
  g_assert_cmpstr (bl_sift_mark_get_title (BL_SIFT_UNKNOWN), ==, "Not known");
  g_assert_cmpstr (bl_lens_mark_get_title (BL_MARKED_STRONG_HELP), ==, "Plainly helps");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/planning/round-trip", test_round_trip);
  g_test_add_func ("/planning/links", test_links);
  g_test_add_func ("/planning/titles", test_titles);
  return g_test_run ();
}
