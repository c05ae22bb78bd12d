/* facts-libraries.c: the libraries of a project as analysis sees them, and copies with others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "facts-private.h"

#include <math.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)

static void
figure_free (gpointer data)
{
  BlFactsFigure *figure = data;

  g_free (figure->period);
  g_free (figure->source);
  g_free (figure->date);
  g_free (figure);
}

static GPtrArray *
take_figures (BlRecord *library)
{
  GListModel *list = bl_record_get_list (library, "figures");
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (list, i);
      BlFactsFigure *figure = g_new0 (BlFactsFigure, 1);
      gint64 months = 0;

      figure->kind = bl_record_get_enum (record, "kind");
      figure->period = g_strdup (bl_record_get_text (record, "period"));
      if (!bl_record_get_real (record, "number", &figure->number))
        figure->number = NAN;
      if (bl_record_get_integer (record, "months", &months))
        figure->months = (int) CLAMP (months, 1, 1200);
      figure->source = g_strdup (bl_record_get_text (record, "source"));
      figure->date = g_strdup (bl_record_get_text (record, "source-date"));
      g_ptr_array_add (figures, figure);
    }
  return figures;
}

/* Visits of the newest period of which every month is there; a part of one is not a year's. */
static void
take_visits (BlFactsLibrary *taken, BlLibrary *library)
{
  BlFigure *figure = bl_library_get_figure (library, BL_FIGURE_VISITS, NULL);

  if (figure == NULL || bl_record_is_known (BL_RECORD (figure), "months")
      || !bl_record_get_real (BL_RECORD (figure), "number", &taken->visits))
    return;
  taken->visits_period = g_strdup (bl_record_get_text (BL_RECORD (figure), "period"));
}

void
bl_facts_library_set_hours (BlFactsLibrary *it, BlRecord *record)
{
  double hours;
  guint minutes = 0, known = 0, given = 0;

  for (guint i = 0; i < 7; i++)
    {
      const char *text = bl_record_get_text (record, bl_library_days[i]);
      BlOpeningDay day;

      if (text != NULL && bl_opening_day_from_text (text, &day, NULL))
        {
          it->days[i] = day;
          it->day_known[i] = TRUE;
          given++;
        }
      known += it->day_known[i];
      minutes += it->day_known[i] ? bl_opening_day_minutes (&it->days[i]) : 0;
    }
  if (given > 0 && known == 7)
    it->week_hours = minutes / 60.0;
  else if (bl_record_get_real (record, "hours", &hours))
    {
      it->week_hours = hours;
      /* Other hours than the days had, and on which days is not said. */
      if (given == 0)
        memset (it->day_known, 0, sizeof it->day_known);
    }
}

/* Days the Arts Council's phrase says it is closed on. */
static void
close_days (BlFactsLibrary *it, BlLibrary *library)
{
  for (guint i = 0; i < 7; i++)
    {
      const char *phrase = bl_library_get_day_class (library, i);
      gboolean morning, afternoon;

      if (!it->day_known[i] && bl_opening_class_parts (phrase, &morning, &afternoon) && !morning
          && !afternoon)
        {
          it->days[i] = (BlOpeningDay){ 0 };
          it->day_known[i] = TRUE;
        }
    }
}

void
bl_facts_library_take (BlFactsLibrary *it, BlLibrary *library, int year, gboolean nearby)
{
  BlRecord *record = BL_RECORD (library);
  gint64 pence;

  *it = (BlFactsLibrary){
    .id = g_strdup (bl_record_get_id (record)),
    .name = bl_record_describe (record),
    .service = nearby ? g_strdup (bl_record_get_text (record, "service")) : NULL,
    .type = bl_record_get_enum (record, "type"),
    .operation = bl_library_get_operation (library, year),
    .open = bl_library_is_open (library, year),
    .statutory = bl_library_is_statutory (library, year),
    .nearby = nearby,
    .week_hours = NAN,
    .floor_area = NAN,
    .running_cost = NAN,
    .visits = NAN,
    .rural_urban = g_strdup (bl_record_get_text (record, "rural-urban")),
    .rural_urban_title = g_strdup (bl_record_get_text (record, "rural-urban-title")),
    .figures = take_figures (record),
  };
  it->located = bl_library_get_point (library, &it->point);
  bl_facts_library_set_hours (it, record);
  close_days (it, library);
  if (!bl_library_get_week_hours (library, &it->week_hours))
    it->week_hours = NAN;
  if (!bl_record_get_real (record, "floor-area", &it->floor_area))
    it->floor_area = NAN;
  if (bl_record_get_money (record, "running-cost", &pence))
    it->running_cost = pence / 100.0;
  take_visits (it, library);
}

const BlFactsFigure *
bl_facts_library_figure (const BlFactsLibrary *library, BlFigureKind kind, const char *period)
{
  const BlFactsFigure *found = NULL;

  for (guint i = 0; library->figures != NULL && i < library->figures->len; i++)
    {
      const BlFactsFigure *it = g_ptr_array_index (library->figures, i);

      if (it->kind != kind || isnan (it->number) || (period != NULL && g_strcmp0 (it->period, period) != 0))
        continue;
      if (found == NULL || (it->months == 0 && found->months != 0)
          || ((it->months == 0) == (found->months == 0) && g_strcmp0 (it->period, found->period) > 0))
        found = it;
    }
  return found;
}

void
bl_facts_library_clear (BlFactsLibrary *library)
{
  g_clear_pointer (&library->id, g_free);
  g_clear_pointer (&library->name, g_free);
  g_clear_pointer (&library->service, g_free);
  g_clear_pointer (&library->rural_urban, g_free);
  g_clear_pointer (&library->rural_urban_title, g_free);
  g_clear_pointer (&library->visits_period, g_free);
  g_clear_pointer (&library->figures, g_ptr_array_unref);
}

gboolean
bl_facts_library_is_open_at (const BlFactsLibrary *it, guint week_minute, gboolean *known)
{
  guint day = week_minute / DAY_MINUTES % 7, minute = week_minute % DAY_MINUTES;

  if (known != NULL)
    *known = it->day_known[day];
  if (!it->day_known[day])
    return FALSE;
  for (guint i = 0; i < it->days[day].n_spans; i++)
    if (minute >= it->days[day].spans[i].from && minute < it->days[day].spans[i].to)
      return TRUE;
  return FALSE;
}

void
bl_facts_take_libraries (BlFacts *facts, GListModel *own, GListModel *nearby)
{
  guint n_own = g_list_model_get_n_items (own), n_nearby = g_list_model_get_n_items (nearby);

  facts->libraries = g_new0 (BlFactsLibrary, MAX (n_own + n_nearby, 1));
  for (guint i = 0; i < n_own + n_nearby; i++)
    {
      g_autoptr (BlLibrary) library
          = g_list_model_get_item (i < n_own ? own : nearby, i < n_own ? i : i - n_own);

      bl_facts_library_take (&facts->libraries[facts->n_libraries++], library, facts->year, i >= n_own);
    }
}

static void
copy_library (BlFactsLibrary *to, const BlFactsLibrary *from)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->name = g_strdup (from->name);
  to->service = g_strdup (from->service);
  to->rural_urban = g_strdup (from->rural_urban);
  to->visits_period = g_strdup (from->visits_period);
  to->rural_urban_title = g_strdup (from->rural_urban_title);
  if (from->figures != NULL)
    g_ptr_array_ref (from->figures);
}

static void
copy_stop (BlFactsStop *to, const BlFactsStop *from)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->name = g_strdup (from->name);
  to->vehicle = g_strdup (from->vehicle);
  to->route = g_strdup (from->route);
  to->frequency = g_strdup (from->frequency);
  to->exceptions = g_strdup (from->exceptions);
}

BlFacts *
bl_facts_copy_with_libraries (const BlFacts *facts, guint n_more)
{
  /* A copy of a copy stands on the original, so that none is kept alive by another. */
  const BlFacts *base = facts->base != NULL ? facts->base : facts;
  BlFacts *copy = g_memdup2 (facts, sizeof *facts);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->base = bl_facts_ref ((BlFacts *) base);
  copy->n_libraries = facts->n_libraries + n_more;
  copy->libraries = g_new0 (BlFactsLibrary, MAX (copy->n_libraries, 1));
  for (guint i = 0; i < facts->n_libraries; i++)
    copy_library (&copy->libraries[i], &facts->libraries[i]);
  copy->stops = g_new0 (BlFactsStop, MAX (facts->n_stops, 1));
  for (guint i = 0; i < facts->n_stops; i++)
    copy_stop (&copy->stops[i], &facts->stops[i]);
  return copy;
}

void
bl_facts_append_stop (BlFacts *copy, BlStop *stop)
{
  g_return_if_fail (copy != NULL && copy->base != NULL);
  g_return_if_fail (BL_IS_STOP (stop));

  copy->stops = g_renew (BlFactsStop, copy->stops, copy->n_stops + 1);
  bl_facts_fill_stop (&copy->stops[copy->n_stops++], stop);
}
