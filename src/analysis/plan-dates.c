/* plan-dates.c: the dates that order rules and the readiness list look at, gathered from all of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan-dates.h"

#include "action.h"
#include "appraisal.h"
#include "consultation.h"
#include "decision.h"

static void
put (GHashTable *dates, const char *name, guint32 from, guint32 until)
{
  BlOrderDate *date;

  if (from == 0)
    return;
  date = g_new0 (BlOrderDate, 1);
  date->from = from;
  date->until = until;
  g_hash_table_insert (dates, g_strdup (name), date);
}

static guint32
get_day (BlRecord *record, const char *field)
{
  guint32 day = 0;

  bl_record_get_date (record, field, &day);
  return day;
}

typedef struct
{
  const char *field, *name;
} Named;

/* The fields of the newest record of a list that has one. */
static void
put_fields (GHashTable *dates, BlProject *project, const char *list, const Named *named, guint n)
{
  GListModel *records = bl_record_get_list (BL_RECORD (project), list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      for (guint j = 0; j < n; j++)
        put (dates, named[j].name, get_day (record, named[j].field), 0);
    }
}

/* The first date of @field in all records of @list below @parent. */
static guint32
find_first (BlRecord *parent, const char *list, const char *field)
{
  GListModel *records = bl_record_get_list (parent, list);
  guint32 first = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);
      guint32 day = get_day (record, field);

      if (day != 0 && (first == 0 || day < first))
        first = day;
    }
  return first;
}

static guint32
find_last (BlRecord *parent, const char *list, const char *field)
{
  GListModel *records = bl_record_get_list (parent, list);
  guint32 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      last = MAX (last, get_day (record, field));
    }
  return last;
}

static void
put_stages (GHashTable *dates, BlWorkflow *workflow)
{
  static const Named signed_off[]
      = { { "function", "mandate.signed" }, { "needs", "needs.signed" }, { "options", "options.signed" } };
  GListModel *stages = bl_record_get_list (BL_RECORD (workflow), "stages");

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (BlRecord) stage = g_list_model_get_item (stages, i);

      for (guint j = 0; j < G_N_ELEMENTS (signed_off); j++)
        if (g_strcmp0 (bl_record_get_text (stage, "item"), signed_off[j].field) == 0)
          put (dates, signed_off[j].name, get_day (stage, "signed"), 0);
    }
}

static void
put_appraisals (GHashTable *dates, BlProject *project)
{
  static const Named fields[] = { { "agreed", "criteria.agreed" }, { "signed", "finance.case" } };
  GListModel *appraisals = bl_record_get_list (BL_RECORD (project), "appraisals");
  guint32 first = 0, counter = 0;

  put_fields (dates, project, "appraisals", fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < g_list_model_get_n_items (appraisals); i++)
    {
      g_autoptr (BlRecord) appraisal = g_list_model_get_item (appraisals, i);
      GListModel *options = bl_record_get_list (appraisal, "options");
      guint32 own = find_first (appraisal, "scores", "date");

      if (own != 0 && (first == 0 || own < first))
        first = own;
      /* A proposal of others is appraised when it was sifted last. */
      for (guint j = 0; j < g_list_model_get_n_items (options); j++)
        {
          g_autoptr (BlRecord) option = g_list_model_get_item (options, j);

          if (bl_record_get_text (option, "counter-by") != NULL)
            counter = MAX (counter, find_last (option, "sifts", "date"));
        }
    }
  put (dates, "scores.first", first, 0);
  put (dates, "counter.appraised", counter, 0);
}

GHashTable *
bl_plan_dates_new (BlProject *project, BlWorkflow *workflow)
{
  static const Named consulted[] = {
    { "open", "consultation.open" },  { "close", "consultation.close" }, { "analysed", "analysis.signed" },
    { "answered", "answers.signed" }, { "open", "engagement.start" },
  };
  static const Named decided[] = { { "date", "decision.date" },      { "notice", "notice.published" },
                                   { "agenda", "agenda.published" }, { "published", "record.published" },
                                   { "callin-end", "callin.end" },   { "baseline", "baseline.taken" } };
  GHashTable *dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GListModel *own = bl_record_get_list (BL_RECORD (workflow), "dates");

  put_stages (dates, workflow);
  put_appraisals (dates, project);
  put_fields (dates, project, "consultations", consulted, G_N_ELEMENTS (consulted));
  put (dates, "decision.date", get_day (BL_RECORD (workflow), "meeting"), 0);
  put_fields (dates, project, "decisions", decided, G_N_ELEMENTS (decided));
  put (dates, "action.start", find_first (BL_RECORD (project), "actions", "started"), 0);
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (BlRecord) date = g_list_model_get_item (own, i);

      if (bl_record_get_text (date, "item") != NULL)
        put (dates, bl_record_get_text (date, "item"), get_day (date, "date"), get_day (date, "until"));
    }
  return dates;
}

const BlOrderDate *
bl_plan_dates_get (GHashTable *dates, const char *name)
{
  const BlOrderDate *from = NULL, *until = NULL;
  gboolean election = g_str_equal (name, "pre-election period"),
           period = g_str_equal (name, "consultation period");
  const char *kept = election ? "pre-election period" : "consultation period";

  if (g_str_equal (name, "start of the change it answers"))
    name = "action.start";
  from = g_hash_table_lookup (dates, election ? "election.notice" : period ? "consultation.open" : name);
  if (!election && !period)
    return from;
  until = g_hash_table_lookup (dates, election ? "election.poll" : "consultation.close");
  if (from == NULL || until == NULL)
    return NULL;
  put (dates, kept, from->from, until->from);
  return g_hash_table_lookup (dates, kept);
}
