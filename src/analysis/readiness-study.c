/* readiness-study.c: which papers and dates are recorded, how old they are, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "readiness-study.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

const char *
bl_ready_state_get_nick (BlReadyState state)
{
  static const char *const nicks[] = { "missing", "present", "out-of-date", "not-applicable" };

  return nicks[state];
}

const char *
bl_ready_state_get_title (BlReadyState state)
{
  static const char *const titles[]
      = { N_ ("Missing"), N_ ("Present"), N_ ("Out of date"), N_ ("Does not apply") };

  return titles[state];
}

/* The date that tells of an item by itself, where there is one. */
static const struct
{
  const char *item, *date;
} tells[] = {
  { "ready.needs", "needs.signed" },
  { "ready.range", "options.signed" },
  { "ready.criteria", "criteria.agreed" },
  { "ready.finance", "finance.case" },
  { "ready.dcms", "dcms.told" },
  { "ready.time", "consultation.open" },
  { "ready.equality-first", "equality.v1" },
  { "ready.staff", "staff.told" },
  { "ready.data", "dpia.signed" },
  { "ready.analysis", "analysis.signed" },
  { "ready.considered", "answers.signed" },
  { "ready.counter", "counter.appraised" },
  { "ready.equality-final", "equality.final" },
  { "ready.legal", "legal.comments" },
  { "ready.notice", "notice.published" },
  { "ready.agenda", "agenda.published" },
  { "ready.scrutiny", "scrutiny.seen" },
  { "ready.record", "record.published" },
  { "ready.callin", "callin.end" },
  { "ready.property", "valuation.date" },
  { "ready.vcs", "vcs.notice" },
  { "ready.monitoring", "baseline.taken" },
  { "ready.access", "access.computed" },
};

/* Limits in months (days, where they are below 0), as planning-content 3.3 has them; the catalogue's words
 * may say another number. */
static const struct
{
  const char *limit;
  int months;
} limits[] = { { "fresh.needs", 36 },  { "fresh.use", 18 },        { "fresh.buildings", 60 },
               { "fresh.prices", 12 }, { "fresh.equality", 12 },   { "fresh.finance", -90 },
               { "fresh.legal", 6 },   { "fresh.agreements", 24 }, { "fresh.risk", 3 } };

/* --- Words ------------------------------------------------------------------------ */

static void
replace (GString *text, const char *placeholder, const char *with)
{
  g_string_replace (text, placeholder, with != NULL ? with : _ ("not recorded"), 0);
}

static void
replace_number (GString *text, const char *placeholder, gboolean known, gint64 number)
{
  g_autofree char *words = known ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  replace (text, placeholder, words);
}

typedef struct
{
  guint32 date, other;
  const char *other_name, *list, *limit, *limit_reason, *outcome;
  gint64 n, m;
  gboolean knows_n, knows_m;
} Filling;

/* Whether all that @template asks for is known. */
static gboolean
can_fill (const char *template, const Filling *filling)
{
  return (filling->knows_n || strstr (template, "{n}") == NULL)
         && (filling->knows_m || strstr (template, "{m}") == NULL)
         && (filling->list != NULL || strstr (template, "{list}") == NULL)
         && (filling->other != 0 || strstr (template, "{other-date}") == NULL)
         && (filling->date != 0 || strstr (template, "{date}") == NULL)
         && (filling->outcome != NULL || strstr (template, "{outcome}") == NULL)
         && (filling->limit_reason != NULL || strstr (template, "{limit-reason}") == NULL)
         && strstr (template, "{h}") == NULL;
}

static char *
fill (const char *template, const Filling *filling, guint32 today)
{
  GString *text = g_string_new (template);
  g_autofree char *date = filling->date != 0 ? bl_text_date_for_people (filling->date) : NULL,
                  *other = filling->other != 0 ? bl_text_date_for_people (filling->other) : NULL;
  g_autofree char *age = NULL;

  if (filling->date != 0 && today >= filling->date)
    {
      guint days = today - filling->date;

      age = days < 62 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", days), days)
                      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", days / 30),
                                         days / 30);
    }
  replace (text, "{other-date}", other);
  replace (text, "{date}", date);
  replace (text, "{other}", filling->other_name);
  replace (text, "{age}", age);
  replace (text, "{limit-reason}", filling->limit_reason);
  replace (text, "{limit}", filling->limit);
  replace (text, "{list}", filling->list);
  replace (text, "{outcome}", filling->outcome);
  replace_number (text, "{n}", filling->knows_n, filling->n);
  replace_number (text, "{m}", filling->knows_m, filling->m);
  replace_number (text, "{h}", FALSE, 0);
  return g_string_free (text, FALSE);
}

/* --- One item ------------------------------------------------------------------------ */

static BlReadinessNote *
find_note (BlWorkflow *workflow, const char *id)
{
  GListModel *notes = bl_record_get_list (BL_RECORD (workflow), "readiness");

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BlRecord) note = g_list_model_get_item (notes, i);

      if (g_strcmp0 (bl_record_get_text (note, "item"), id) == 0)
        return BL_READINESS_NOTE (note); /* the list holds it */
    }
  return NULL;
}

static guint32
find_told (GHashTable *dates, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
    if (g_str_equal (tells[i].item, id))
      {
        const BlOrderDate *date = bl_plan_dates_get (dates, tells[i].date);

        return date != NULL ? date->from : 0;
      }
  return 0;
}

static guint32
add_months (guint32 day, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_add_months (&date, (guint) months);
  return g_date_get_julian (&date);
}

/* Whether @date is too old at @at by one of the limits the item names; @limit: the limit in words (g_free()).
 */
static gboolean
is_old (BlReadyStudy *self, const char *names, guint32 date, guint32 at, char **limit)
{
  g_auto (GStrv) named = g_strsplit (names != NULL ? names : "", " ", -1);

  for (guint i = 0; named[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (limits); j++)
      if (g_str_equal (limits[j].limit, named[i]))
        {
          int months = limits[j].months;
          guint32 end = months > 0 ? add_months (date, months) : date + (guint32) -months;

          if (at <= end)
            continue;
          *limit = months > 0
                       ? g_strdup_printf (
                           g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) months), months)
                       : g_strdup_printf (
                           g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) -months), -months);
          return TRUE;
        }
  return FALSE;
}

static void
check_order (BlReadyStudy *self, BlReadyItem *item, guint32 today)
{
  BlCatalogue *rules = bl_framework_find_catalogue (self->framework, "order-rules");
  BlCatalogue *names = bl_framework_find_catalogue (self->framework, "dates");
  const char *orders = bl_catalogue_item_get (item->item, "order"),
             *template = bl_catalogue_item_get (item->item, "message wrong order");
  g_auto (GStrv) named = g_strsplit (orders != NULL ? orders : "", " ", -1);

  for (guint i = 0; named[i] != NULL && !item->wrong_order && rules != NULL && names != NULL; i++)
    {
      BlCatalogueItem *rule_item = bl_catalogue_find (rules, named[i]), *other;
      BlOrderRule rule;
      const BlOrderDate *earlier, *later;
      Filling filling = { 0 };
      g_autofree char *limit = NULL;
      gboolean own_is_later;
      int found = 0;

      if (rule_item == NULL || !bl_order_rule_read (rule_item, &rule))
        continue;
      earlier = bl_plan_dates_get (self->dates, rule.earlier);
      later = bl_plan_dates_get (self->dates, rule.later);
      if (earlier == NULL || later == NULL
          || bl_order_rule_check (&rule, earlier, later, &found) != BL_ORDER_FAILS)
        continue;
      own_is_later = item->date != 0 && item->date == later->from && item->date != earlier->from;
      other = bl_catalogue_find (names, own_is_later ? rule.earlier : rule.later);
      limit = g_strdup_printf ("%u", rule.gap);
      filling.date = own_is_later ? later->from : earlier->from;
      filling.other = own_is_later ? earlier->from : later->from;
      filling.other_name = other != NULL ? bl_record_get_text (BL_RECORD (other), "title") : NULL;
      filling.n = found;
      filling.knows_n = TRUE;
      filling.limit = limit;
      item->wrong_order = TRUE;
      item->rule = rule.item;
      item->order_message
          = template != NULL
                ? fill (template, &filling, today)
                : g_strdup_printf (_ ("The order of two dates is not as it usually is: %s."), rule.why);
    }
}

/* Where what the list's own sentence counts is not told. */
static char *
say_plainly (const BlReadyItem *item)
{
  g_autofree char *date = item->date != 0 ? bl_text_date_for_people (item->date) : NULL;

  switch (item->state)
    {
    case BL_READY_PRESENT:
      return g_strdup_printf (_ ("A paper is recorded, dated %s."), date);
    case BL_READY_OUT_OF_DATE:
      return g_strdup_printf (
          _ ("A paper is recorded, dated %s; it is older than the limit, or what it rests on has changed."),
          date);
    case BL_READY_MISSING:
    case BL_READY_NOT_APPLICABLE:
    default:
      return g_strdup (_ ("Nothing is recorded yet."));
    }
}

static void
look_at (BlReadyStudy *self, BlReadyItem *item, guint32 today)
{
  BlRecord *note = (BlRecord *) item->note;
  const BlOrderDate *decision = bl_plan_dates_get (self->dates, "decision.date");
  guint32 at, rests_on = 0;
  g_autofree char *limit = NULL, *reason = NULL;
  const char *template;
  gboolean not_applicable = FALSE;
  Filling filling = { 0 };

  if (note != NULL)
    {
      bl_record_get_date (note, "date", &item->date);
      bl_record_get_date (note, "rests-on", &rests_on);
      bl_record_get_boolean (note, "not-applicable", &not_applicable);
      filling.knows_n = bl_record_get_integer (note, "count", &filling.n);
      filling.knows_m = bl_record_get_integer (note, "missing", &filling.m);
      filling.list = bl_record_get_text (note, "list");
    }
  if (item->date == 0)
    item->date = find_told (self->dates, item->id);
  /* It is asked how old a paper is at the decision; of what comes after it, today. */
  at = decision != NULL && decision->from > item->date ? decision->from : today;
  filling.date = item->date;
  if (not_applicable && bl_record_get_text (note, "reason") != NULL)
    item->state = BL_READY_NOT_APPLICABLE;
  else if (item->date == 0)
    item->state = BL_READY_MISSING;
  else if (rests_on > item->date)
    {
      item->state = BL_READY_OUT_OF_DATE;
      filling.other = rests_on;
      reason = bl_text_date_for_people (rests_on);
      filling.limit_reason = reason;
    }
  else if (is_old (self, bl_catalogue_item_get (item->item, "limits"), item->date, at, &limit))
    {
      item->state = BL_READY_OUT_OF_DATE;
      reason = g_strdup_printf (_ ("the limit set is %s"), limit);
      filling.limit = limit;
      filling.limit_reason = reason;
    }
  else
    item->state = BL_READY_PRESENT;

  if (item->state == BL_READY_NOT_APPLICABLE)
    {
      item->message = g_strdup_printf (_ ("Does not apply: %s"), bl_record_get_text (note, "reason"));
      return;
    }
  template = bl_catalogue_item_get (item->item, item->state == BL_READY_MISSING       ? "message missing"
                                                : item->state == BL_READY_OUT_OF_DATE ? "message out of date"
                                                                                      : "message present");
  if (g_str_equal (item->id, "ready.time") && item->state == BL_READY_PRESENT)
    {
      const BlOrderDate *close = bl_plan_dates_get (self->dates, "consultation.close");

      filling.other = close != NULL ? close->from : 0;
      filling.n = close != NULL ? (gint64) close->from - item->date : 0;
      filling.knows_n = close != NULL;
    }
  if (decision != NULL && (g_str_equal (item->id, "ready.notice") || g_str_equal (item->id, "ready.agenda")))
    {
      filling.n = bl_days_clear (item->date, decision->from);
      filling.knows_n = TRUE;
    }
  item->message = template != NULL && can_fill (template, &filling) ? fill (template, &filling, today)
                                                                    : say_plainly (item);
  check_order (self, item, today);
}

/* --- All ------------------------------------------------------------------------------ */

BlReadyStudy *
bl_ready_study_new (BlProject *project, BlWorkflow *workflow, guint32 today, GError **error)
{
  g_autoptr (BlFramework) shipped = NULL;
  BlFramework *framework = bl_framework_look_up (project, "readiness", &shipped, error);
  BlCatalogue *catalogue
      = framework != NULL ? bl_framework_find_catalogue (framework, "readiness-items") : NULL;
  g_autofree char *route = g_strdup_printf ("route %s", bl_record_get_text (BL_RECORD (workflow), "item"));
  GListModel *all;
  BlReadyStudy *self;

  if (framework == NULL)
    return NULL;
  self = g_new0 (BlReadyStudy, 1);
  self->framework = g_object_ref (framework);
  self->workflow = g_object_ref (workflow);
  self->dates = bl_plan_dates_new (project, workflow);
  if (catalogue == NULL)
    return self;
  self->notice = bl_record_get_text (BL_RECORD (catalogue), "statement");
  all = bl_record_get_list (BL_RECORD (catalogue), "items");
  self->items = g_new0 (BlReadyItem, g_list_model_get_n_items (all) + 1);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlCatalogueItem) record = g_list_model_get_item (all, i); /* the framework holds it */
      const char *on_route = bl_catalogue_item_get (record, route);
      BlReadyItem *item = &self->items[self->n];

      item->id = bl_record_get_text (BL_RECORD (record), "item");
      if (item->id == NULL)
        continue;
      item->note = find_note (workflow, item->id);
      if (on_route == NULL && item->note == NULL)
        continue; /* not shown on this route unless added */
      item->item = record;
      item->title = bl_record_get_text (BL_RECORD (record), "title");
      item->group = bl_record_get_text (BL_RECORD (record), "group");
      item->says = bl_catalogue_item_get (record, "says");
      item->kind = bl_catalogue_item_get (record, "kind");
      item->always = g_strcmp0 (on_route, "always") == 0;
      look_at (self, item, today);
      self->n_present += item->state == BL_READY_PRESENT;
      self->n_missing += item->state == BL_READY_MISSING;
      self->n_out_of_date += item->state == BL_READY_OUT_OF_DATE;
      self->n_not_applicable += item->state == BL_READY_NOT_APPLICABLE;
      self->n_wrong_order += item->wrong_order;
      self->n++;
    }
  return self;
}

void
bl_ready_study_free (BlReadyStudy *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].message);
      g_free (self->items[i].order_message);
    }
  g_free (self->items);
  g_hash_table_unref (self->dates);
  g_object_unref (self->workflow);
  g_object_unref (self->framework);
  g_free (self);
}

const BlReadyItem *
bl_ready_study_find (const BlReadyStudy *self, const char *id)
{
  for (guint i = 0; i < self->n; i++)
    if (g_str_equal (self->items[i].id, id))
      return &self->items[i];
  return NULL;
}
