/* computed-figures.c: base measures that the project's own map and lists tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "computed-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "access.h"
#include "high-need.h"
#include "stops-access.h"
#include "text.h"

#define EVENING (18 * 60) /* minutes after midnight */

/**
 * Variant: what an indicator's parameters say.
 */
typedef struct
{
  double metres;      /* 0: the usual */
  double minutes;
  gboolean statutory, others;
  guint day;          /* Monday is 0 */
  const char *walk;   /* name of a table of travel times, or "walk"; NULL: what there is */
  const char *catchment; /* id of a library: only the areas nearest to it; NULL: all */
} Variant;

typedef struct
{
  BlProject *project;
  const BlFacts *facts;
  Variant variant;
  BlComputedFigure *answer;
} Work;

static const char *const day_names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

static void
lack (Work *work, const char *why)
{
  g_clear_pointer (&work->answer->lacks, g_free);
  work->answer->lacks = g_strdup (why);
}

static void
note (Work *work, char *words)
{
  char *before = work->answer->note;

  work->answer->note = before != NULL ? g_strconcat (before, " ", words, NULL) : g_strdup (words);
  g_free (before);
  g_free (words);
}

/* --- Parameters ------------------------------------------------------------- */

static gboolean
read_word (const char *key, const char *value, Variant *variant)
{
  if (g_str_equal (key, "distance"))
    return bl_text_to_double (value, &variant->metres) && variant->metres > 0;
  if (g_str_equal (key, "minutes"))
    return bl_text_to_double (value, &variant->minutes) && variant->minutes > 0;
  if (g_str_equal (key, "statutory") || g_str_equal (key, "others"))
    {
      *(g_str_equal (key, "statutory") ? &variant->statutory : &variant->others) = g_str_equal (value, "yes");
      return g_str_equal (value, "yes") || g_str_equal (value, "no");
    }
  if (g_str_equal (key, "day"))
    for (guint i = 0; i < G_N_ELEMENTS (day_names); i++)
      if (g_ascii_strcasecmp (value, day_names[i]) == 0)
        {
          variant->day = i;
          return TRUE;
        }
  if (g_str_equal (key, "walk"))
    {
      variant->walk = g_intern_string (value);
      return TRUE;
    }
  if (g_str_equal (key, "catchment"))
    {
      variant->catchment = g_intern_string (value);
      return TRUE;
    }
  return g_str_equal (key, "without"); /* that is the formula's */
}

/* The word that is not understood; NULL when all are. */
static char *
read_variant (const char *parameters, Variant *variant)
{
  g_auto (GStrv) words = g_strsplit (parameters != NULL ? parameters : "", ";", -1);

  *variant = (Variant){ .day = 5 };
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (g_strstrip (words[i]), '=');

      if (*words[i] == '\0')
        continue;
      if (equals == NULL)
        return g_strdup (words[i]);
      *equals = '\0';
      if (!read_word (g_strstrip (words[i]), g_strstrip (equals + 1), variant))
        return g_strdup_printf ("%s=%s", words[i], equals + 1);
    }
  return NULL;
}

char *
bl_computed_parameters_to_text (const char *parameters)
{
  static const char *const days[] = { N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"),
                                      N_ ("Saturday"), N_ ("Sunday") };
  Variant variant;
  g_autofree char *wrong = read_variant (parameters, &variant);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (wrong != NULL)
    return g_steal_pointer (&wrong);
  if (variant.metres > 0)
    g_ptr_array_add (words, bl_access_limit_to_text (variant.metres));
  if (variant.minutes > 0)
    g_ptr_array_add (words, bl_access_within_to_text (BL_MEASURE_MINUTES, variant.minutes));
  if (variant.statutory)
    g_ptr_array_add (words, g_strdup (_("statutory libraries")));
  if (variant.others)
    g_ptr_array_add (words, g_strdup (_("other services’ libraries too")));
  if (variant.day != 5)
    g_ptr_array_add (words, g_strdup (_(days[variant.day])));
  if (variant.walk != NULL)
    g_ptr_array_add (words, g_strdup (variant.walk));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

/* --- People within reach ------------------------------------------------------ */

static BlAccessQuestion
ask (const Work *work)
{
  return (BlAccessQuestion){ .statutory = work->variant.statutory, .cross_boundary = work->variant.others };
}

static double
limit_of (const Work *work)
{
  return work->variant.metres > 0 ? work->variant.metres : BL_MILE;
}

/* Of each area whether it is nearest to the library that the variant names; NULL where it names none, or nothing is known of it, and
 * then @known says which. */
static gboolean *
find_catchment (Work *work, gboolean *known)
{
  BlAccessQuestion question = ask (work);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = NULL;
  gboolean *inside;
  guint n = 0;

  *known = TRUE;
  if (work->variant.catchment == NULL)
    return NULL;
  access = bl_access_compute (work->facts, &question, &error);
  *known = access != NULL;
  if (access == NULL)
    {
      lack (work, error->message);
      return NULL;
    }
  inside = g_new0 (gboolean, work->facts->n_areas + 1);
  for (guint i = 0; i < work->facts->n_areas; i++)
    {
      inside[i] = access->nearest[i] >= 0
                  && g_strcmp0 (work->facts->libraries[access->nearest[i]].id, work->variant.catchment) == 0;
      n += inside[i];
    }
  if (n > 0)
    return inside;
  g_free (inside);
  *known = FALSE;
  lack (work, _("No area is nearest to this library: it has no catchment, or is not open or not on the map."));
  return NULL;
}

/* The people of @counts (NULL: everyone) who live in the catchment. Takes @counts. */
static BlGroupCounts *
cut_to_catchment (Work *work, BlGroupCounts *counts, const gboolean *inside)
{
  const BlFacts *facts = work->facts;

  if (counts == NULL)
    {
      counts = g_new0 (BlGroupCounts, 1);
      counts->name = g_strdup ("catchment");
      counts->title = g_strdup (counts->name);
      counts->people = g_new (double, MAX (facts->n_areas, 1));
      for (guint i = 0; i < facts->n_areas; i++)
        counts->people[i] = facts->population != NULL ? facts->population[i] : NAN;
    }
  counts->total = 0;
  counts->unknown = 0;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      if (!inside[i])
        counts->people[i] = 0;
      counts->unknown += isnan (counts->people[i]);
      counts->total += isnan (counts->people[i]) ? 0 : counts->people[i];
    }
  return counts;
}

/* People of @group (a definition; NULL: everyone): all of them, or those within reach; @closed as of BlAccessQuestion. */
static double
count_people (Work *work, const char *group, gboolean within, const gboolean *closed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlGroupCounts) counts = NULL;
  g_autoptr (BlAccess) access = NULL;
  BlAccessQuestion question = ask (work);
  double limit = limit_of (work);
  gboolean known;
  g_autofree gboolean *inside = find_catchment (work, &known);

  if (!known)
    return NAN;
  if (group != NULL)
    {
      counts = bl_group_counts_new (work->facts, group, &error);
      if (counts == NULL)
        {
          lack (work, error->message);
          return NAN;
        }
    }
  if (inside != NULL)
    counts = cut_to_catchment (work, g_steal_pointer (&counts), inside);
  question.group = counts;
  question.limits = &limit;
  question.n_limits = 1;
  question.closed = closed;
  access = bl_access_compute (work->facts, &question, &error);
  if (access == NULL)
    {
      lack (work, error->message);
      return NAN;
    }
  if (access->unknown > 0)
    note (work, g_strdup_printf (ngettext ("%u area without a figure of people is left out.",
                                           "%u areas without a figure of people are left out.", access->unknown),
                                 access->unknown));
  if (access->left_out->len > 0 && within)
    note (work, g_strdup_printf (ngettext ("%u open library is not on the map.", "%u open libraries are not on the map.",
                                           access->left_out->len),
                                 access->left_out->len));
  return within ? access->within[0].people : access->population;
}

/* The same of a day on which some are @closed: where all are, nobody is within reach, and that is a figure. */
static double
count_open (Work *work, const gboolean *closed)
{
  BlAccessQuestion question = ask (work);

  question.closed = closed;
  for (guint i = 0; i < work->facts->n_libraries; i++)
    if (bl_access_counts (work->facts, &question, i))
      return count_people (work, NULL, TRUE, closed);
  return isnan (count_people (work, NULL, TRUE, NULL)) ? NAN : 0;
}

/* Whether the library is open on that day: by its hours, else by the phrase of the national list. */
static gboolean
is_open_on (const Work *work, const BlFactsLibrary *library, guint day, gboolean *known)
{
  BlRecord *record = bl_project_find (work->project, library->id);
  g_autofree char *field = g_strdup_printf ("%s-class", day_names[day]);
  const char *phrase = record != NULL ? bl_record_get_text (record, field) : NULL;
  gboolean morning = FALSE, afternoon = FALSE;

  *known = TRUE;
  if (library->day_known[day])
    return library->days[day].n_spans > 0;
  if (phrase != NULL && bl_opening_class_parts (phrase, &morning, &afternoon))
    return morning || afternoon;
  if (phrase != NULL && (g_str_equal (phrase, "Appointment Only") || g_str_equal (phrase, "No Regular Opening")))
    return FALSE;
  /* "Varied by Schedule" opens, though nobody says when. */
  if (phrase != NULL && g_str_has_prefix (phrase, "Varied"))
    return TRUE;
  *known = FALSE;
  return FALSE;
}

static void
count_day (Work *work)
{
  const BlFacts *facts = work->facts;
  g_autofree gboolean *closed = g_new0 (gboolean, facts->n_libraries + 1);
  guint unknown = 0, told = 0;
  gboolean known;

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      gboolean counted = library->open && !library->nearby && library->type == BL_LIBRARY_TYPE_STATIC;

      closed[i] = !is_open_on (work, library, work->variant.day, &known);
      unknown += counted && !known;
      told += counted && known;
    }
  if (told == 0)
    {
      lack (work, _("Whether libraries open that day is not known of any: import their opening hours."));
      return;
    }
  work->answer->value = work->answer->low = count_open (work, closed);
  if (unknown == 0 || isnan (work->answer->value))
    {
      work->answer->low = NAN;
      return;
    }
  for (guint i = 0; i < facts->n_libraries; i++)
    if (closed[i])
      {
        is_open_on (work, &facts->libraries[i], work->variant.day, &known);
        closed[i] = known;
      }
  work->answer->high = count_open (work, closed);
  note (work, g_strdup_printf (ngettext ("Whether %u library opens that day is not known; it is taken as closed.",
                                         "Whether %u libraries open that day is not known; they are taken as closed.",
                                         unknown),
                               unknown));
}

static void
count_evening (Work *work)
{
  const BlFacts *facts = work->facts;
  g_autofree gboolean *closed = g_new0 (gboolean, facts->n_libraries + 1);
  guint known = 0, unknown = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      gboolean late = FALSE, told = FALSE, counts = library->open && !library->nearby && library->type == BL_LIBRARY_TYPE_STATIC;

      for (guint day = 0; day < 5; day++)
        if (library->day_known[day])
          {
            told = TRUE;
            for (guint s = 0; s < library->days[day].n_spans; s++)
              late |= library->days[day].spans[s].to > EVENING;
          }
      closed[i] = !late;
      known += counts && told;
      unknown += counts && !told;
    }
  if (known == 0)
    {
      lack (work, _("Exact opening hours are not known of any library: import them."));
      return;
    }
  if (unknown > 0)
    note (work, g_strdup_printf (ngettext ("The hours of %u library are not known; it is taken as closed in the evening.",
                                           "The hours of %u libraries are not known; they are taken as closed in the evening.",
                                           unknown),
                                 unknown));
  work->answer->value = count_open (work, closed);
}

/* By a walking table of the project, else by its roads; a straight line is no walk. */
static void
count_walk (Work *work)
{
  const BlFacts *facts = work->facts;
  double minutes = work->variant.minutes > 0 ? work->variant.minutes : 15;
  BlAccessQuestion question = ask (work);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autofree char *way = NULL;

  question.travel.by = BL_BY_WALK;
  for (guint i = 0; i < facts->n_travel; i++)
    if (facts->travel[i].name != NULL
        && (work->variant.walk != NULL ? g_str_equal (facts->travel[i].name, work->variant.walk)
                                       : facts->travel[i].by == BL_TRAVEL_BY_WALK))
      {
        question.travel = (BlTravel){ .by = BL_BY_TABLE, .table = facts->travel[i].name };
        break;
      }
  question.minutes = &minutes;
  question.n_minutes = 1;
  access = bl_access_compute (facts, &question, &error);
  if (access == NULL)
    {
      lack (work, error->message);
      return;
    }
  way = bl_travel_to_text (facts, &question.travel);
  note (work, g_strdup_printf (_("Way of measuring: %s."), way));
  work->answer->value = access->within[0].people;
}

/* People with exactly one counted library within the limit, in a straight line. */
static void
count_single (Work *work)
{
  const BlFacts *facts = work->facts;
  BlAccessQuestion question = ask (work);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = bl_access_compute (facts, &question, &error);
  double limit = limit_of (work), people = 0;
  gboolean known;
  g_autofree gboolean *inside = find_catchment (work, &known);

  if (!known)
    return;
  if (access == NULL)
    {
      lack (work, error->message);
      return;
    }
  for (guint i = 0; i < facts->n_areas; i++)
    {
      guint n = 0;

      if (inside != NULL && !inside[i])
        continue;
      if (!access->measured[i] || isnan (facts->population[i]))
        continue;
      for (guint k = 0; k < facts->n_libraries; k++)
        if (access->counted[k])
          n += hypot (facts->libraries[k].point.x - facts->points[i].x, facts->libraries[k].point.y - facts->points[i].y) <= limit;
      if (n == 1)
        people += facts->population[i];
    }
  work->answer->value = people;
}

static void
count_remote (Work *work, gboolean near_stop)
{
  double limit = work->variant.metres > 0 ? work->variant.metres : 2 * BL_MILE;
  const double near[] = { BL_MILE };
  BlAccessQuestion question = ask (work);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlStopsAccess) stops = NULL;

  question.limits = &limit;
  question.n_limits = 1;
  stops = bl_stops_access_compute (work->facts, &question, near, G_N_ELEMENTS (near), &error);
  if (stops == NULL)
    lack (work, error->message);
  else
    work->answer->value = near_stop ? stops->near[0].people : stops->far;
}

static void
sum_distance (Work *work)
{
  BlAccessQuestion question = ask (work);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlGroupCounts) counts = NULL;
  g_autoptr (BlAccess) access = NULL;
  gboolean known;
  g_autofree gboolean *inside = find_catchment (work, &known);

  if (!known)
    return;
  if (inside != NULL)
    counts = cut_to_catchment (work, NULL, inside);
  question.group = counts;
  access = bl_access_compute (work->facts, &question, &error);
  if (access == NULL)
    lack (work, error->message);
  else
    {
      g_autofree char *furthest = bl_text_metres (access->max_distance);

      work->answer->value = access->mean_distance * access->population;
      note (work, g_strdup_printf (_("The furthest live %s away."), furthest));
    }
}

static void
count_high_need (Work *work)
{
  BlAccessQuestion question = ask (work);
  g_autoptr (BlAccess) access = bl_access_compute (work->facts, &question, NULL);
  g_autoptr (BlHighNeed) found = bl_high_need_new (work->project, work->facts, access);

  if (found->lacks != NULL)
    {
      lack (work, found->lacks);
      return;
    }
  work->answer->value = found->people;
  if (found->low < found->high)
    {
      work->answer->low = found->low;
      work->answer->high = found->high;
    }
  note (work, g_steal_pointer (&found->note));
}

/* --- The list of libraries ------------------------------------------------------ */

static gboolean
counts (const Work *work, const BlFactsLibrary *library)
{
  return !library->nearby && library->open && library->type == BL_LIBRARY_TYPE_STATIC
         && (!work->variant.statutory || library->statutory);
}

static void
count_libraries (Work *work, const char *item)
{
  const BlFacts *facts = work->facts;
  guint n = 0, total = 0, unknown = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      BlRecord *record = bl_project_find (work->project, library->id);
      gboolean shared = FALSE;

      if (!counts (work, library))
        continue;
      total++;
      if (g_str_equal (item, "libraries_statutory"))
        n += library->statutory;
      else if (g_str_equal (item, "libraries_community"))
        n += library->operation == BL_OPERATION_COMMUNITY || library->operation == BL_OPERATION_INDEPENDENT;
      else if (g_str_equal (item, "libraries_open"))
        n++;
      else if (record == NULL || !bl_record_get_boolean (record, "co-located", &shared))
        unknown++;
      else
        n += shared;
    }
  if (total == 0 || unknown == total)
    {
      lack (work, total == 0 ? _("The project has no open static libraries.")
                             : _("Whether libraries share their building is not known of any."));
      return;
    }
  if (unknown > 0)
    note (work, g_strdup_printf (ngettext ("Not known of %u library.", "Not known of %u libraries.", unknown), unknown));
  work->answer->value = n;
}

static void
sum_hours (Work *work, const char *field)
{
  const BlFacts *facts = work->facts;
  gboolean staffed = g_str_equal (field, "hours_staffed_week");
  guint known = 0, total = 0;
  double hours = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      BlRecord *record = bl_project_find (work->project, library->id);
      double own = library->week_hours;

      if (!counts (work, library))
        continue;
      total++;
      if (staffed && (record == NULL || !bl_record_get_real (record, "staffed-hours", &own)))
        own = NAN;
      if (isnan (own))
        continue;
      known++;
      hours += own;
    }
  if (known == 0)
    {
      lack (work, _("The hours of opening are not known of any library."));
      return;
    }
  if (known < total)
    note (work, g_strdup_printf (ngettext ("The hours of %u library are not known and are left out.",
                                           "The hours of %u libraries are not known and are left out.", total - known),
                                 total - known));
  work->answer->value = hours;
}

static void
sum_floor (Work *work)
{
  const BlFacts *facts = work->facts;
  guint known = 0, total = 0;
  double area = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    if (counts (work, &facts->libraries[i]))
      {
        total++;
        if (isnan (facts->libraries[i].floor_area))
          continue;
        known++;
        area += facts->libraries[i].floor_area;
      }
  if (known == 0 || known < total)
    lack (work, _("The floor area is not known of all open libraries."));
  else
    work->answer->value = area;
}

static void
compute (Work *work, const char *item)
{
  static const struct
  {
    const char *item, *group;
    gboolean within;
  } people[] = {
    { "pop_all", NULL, FALSE },
    { "pop_u16_areas", "aged_0_15", FALSE },
    { "pop_60plus_areas", "aged_60_plus", FALSE },
    { "pop_decile_1_2", "imd_decile<=2", FALSE },
    { "pop_within_1_mile", NULL, TRUE },
    { "pop_u16_within_1_mile", "aged_0_15", TRUE },
    { "pop_60plus_within_1_mile", "aged_60_plus", TRUE },
    { "pop_decile_1_2_within_1_mile", "imd_decile<=2", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_str_equal (people[i].item, item))
      {
        work->answer->value = count_people (work, people[i].group, people[i].within, NULL);
        return;
      }
  if (g_str_equal (item, "pop_within_1_mile_saturday"))
    count_day (work);
  else if (g_str_equal (item, "pop_within_1_mile_evening"))
    count_evening (work);
  else if (g_str_equal (item, "pop_within_walk_15"))
    count_walk (work);
  else if (g_str_equal (item, "pop_one_library_within_1_mile"))
    count_single (work);
  else if (g_str_has_prefix (item, "pop_remote"))
    count_remote (work, g_str_has_suffix (item, "_near_stop"));
  else if (g_str_equal (item, "pop_high_need_low_use"))
    count_high_need (work);
  else if (g_str_equal (item, "distance_people_sum"))
    sum_distance (work);
  else if (g_str_has_prefix (item, "hours_"))
    sum_hours (work, item);
  else if (g_str_equal (item, "floor_area"))
    sum_floor (work);
  else
    count_libraries (work, item);
}

gboolean
bl_computed_figure_is_one (const char *item)
{
  static const char *const items[] = {
    "pop_all",                  "pop_u16_areas",         "pop_60plus_areas",      "pop_decile_1_2",
    "pop_within_1_mile",        "pop_u16_within_1_mile", "pop_60plus_within_1_mile", "pop_decile_1_2_within_1_mile",
    "pop_within_1_mile_saturday", "pop_within_1_mile_evening", "pop_within_walk_15", "pop_one_library_within_1_mile",
    "pop_remote",               "pop_remote_near_stop",  "distance_people_sum",   "libraries_open",
    "libraries_shared",         "libraries_statutory",   "libraries_community",   "hours_open_week",
    "hours_staffed_week",       "floor_area",            "pop_high_need_low_use",
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (g_str_equal (items[i], item))
      return TRUE;
  return FALSE;
}

BlComputedFigure *
bl_computed_figure_new (BlProject *project, const BlFacts *facts, const char *item, const char *parameters)
{
  BlComputedFigure *answer = g_new0 (BlComputedFigure, 1);
  Work work = { .project = project, .facts = facts, .answer = answer };
  g_autofree char *wrong = read_variant (parameters, &work.variant);

  answer->value = answer->low = answer->high = NAN;
  if (wrong != NULL)
    answer->lacks = g_strdup_printf (_("“%s” of its parameters is not understood."), wrong);
  else
    compute (&work, item);
  return answer;
}

void
bl_computed_figure_free (BlComputedFigure *self)
{
  if (self == NULL)
    return;
  g_free (self->note);
  g_free (self->lacks);
  g_free (self);
}
