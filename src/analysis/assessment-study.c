/* assessment-study.c: what a team thinks, where it differs, what is agreed and what is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "assessment-study.h"

#include <glib/gi18n-lib.h>

const char *
bl_assess_spread_get_nick (BlAssessSpread spread)
{
  static const char *const nicks[] = { "none", "one", "agreed", "near", "wide" };

  return nicks[spread];
}

static gboolean
is_true (gpointer record, const char *field)
{
  gboolean value = FALSE;

  return bl_record_get_boolean (record, field, &value) && value;
}

BlFramework *
bl_assessment_find_framework (BlProject *project, BlAssessment *assessment)
{
  const char *id = bl_record_get_text (BL_RECORD (assessment), "framework");
  BlRecord *found = id != NULL ? bl_project_find (project, id) : NULL;

  return BL_IS_FRAMEWORK (found) ? BL_FRAMEWORK (found) : NULL;
}

/* Members that rate: all who were not asked not to. */
static gboolean
member_rates (BlRecord *member)
{
  gboolean rates = TRUE;

  return !bl_record_get_boolean (member, "rates", &rates) || rates;
}

/* --- Gathering ------------------------------------------------------------ */

static void
gather_members (BlAssessStudy *self)
{
  GListModel *team = bl_record_get_list (BL_RECORD (self->assessment), "team");
  guint n = g_list_model_get_n_items (team);

  self->members = g_new0 (BlAssessMember, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) member = g_list_model_get_item (team, i); /* the list holds it */

      if (member_rates (member))
        self->members[self->n_members++].member = BL_ASSESSMENT_MEMBER (member);
    }
}

static void
gather_items (BlAssessStudy *self, GHashTable *by_item)
{
  g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (self->framework, self->short_route);

  self->n_items = criteria->len;
  self->items = g_new0 (BlAssessItem, MAX (criteria->len, 1));
  for (guint i = 0; i < criteria->len; i++)
    {
      BlAssessItem *item = &self->items[i];

      item->criterion = g_ptr_array_index (criteria, i);
      item->characteristic = BL_CHARACTERISTIC (bl_record_get_parent (BL_RECORD (item->criterion)));
      item->item = bl_record_get_text (BL_RECORD (item->criterion), "item");
      item->ratings = g_new0 (BlAssessRating, MAX (self->n_members, 1));
      if (item->item != NULL)
        g_hash_table_insert (by_item, (gpointer) item->item, item);
    }
}

/* Later ones of the list stand over earlier ones of the same member. */
static void
gather_ratings (BlAssessStudy *self, GHashTable *by_item)
{
  g_autoptr (GHashTable) by_member = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_level = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *ratings = bl_record_get_list (BL_RECORD (self->assessment), "ratings");
  GListModel *levels = self->scale != NULL ? bl_record_get_list (BL_RECORD (self->scale), "levels") : NULL;

  for (guint i = 0; i < self->n_members; i++)
    g_hash_table_insert (by_member, (gpointer) bl_record_get_id (BL_RECORD (self->members[i].member)),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; levels != NULL && i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr (BlRecord) level = g_list_model_get_item (levels, i);

      if (bl_record_get_text (level, "item") != NULL)
        g_hash_table_insert (by_level, (gpointer) bl_record_get_text (level, "item"), level);
    }
  for (guint i = 0; i < g_list_model_get_n_items (ratings); i++)
    {
      g_autoptr (BlRecord) rating = g_list_model_get_item (ratings, i);
      const char *member = bl_record_get_text (rating, "member"), *of = bl_record_get_text (rating, "item");
      const char *level = bl_record_get_text (rating, "level");
      guint place = member != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (by_member, member)) : 0;
      BlAssessItem *item = of != NULL ? g_hash_table_lookup (by_item, of) : NULL;
      BlAssessRating *entry;
      gint64 number = 0;

      if (place == 0 || item == NULL)
        continue; /* somebody who left the team, or a criterion of the long route */
      entry = (BlAssessRating *) &item->ratings[place - 1];
      entry->rating = BL_RATING (rating);
      entry->level = level != NULL ? g_hash_table_lookup (by_level, level) : NULL;
      entry->number = 0;
      if (entry->level != NULL && bl_record_get_integer (BL_RECORD (entry->level), "level", &number)
          && number >= 1 && number <= BL_ASSESS_LEVELS)
        entry->number = (int) number;
    }
}

static void
weigh_item (BlAssessStudy *self, BlAssessItem *item)
{
  for (guint i = 0; i < self->n_members; i++)
    {
      const BlAssessRating *rating = &item->ratings[i];

      if (rating->level == NULL)
        continue;
      item->n_rated++;
      item->counts[rating->number]++;
      self->members[i].done++;
      if (rating->number == 0)
        {
          item->n_not_sure++;
          self->members[i].n_not_sure++;
        }
      if (bl_record_get_text (BL_RECORD (rating->rating), "reason") != NULL)
        self->members[i].n_reasons++;
      if (rating->number > 0 && (item->low == 0 || rating->number < item->low))
        item->low = rating->number;
      item->high = MAX (item->high, rating->number);
    }
  self->n_ratings += item->n_rated;
  item->gap = (guint) (item->high - item->low);
  if (item->low == 0)
    item->spread = BL_ASSESS_SPREAD_NONE;
  else if (item->n_rated - item->n_not_sure == 1)
    item->spread = BL_ASSESS_SPREAD_ONE;
  else
    item->spread = item->gap == 0                   ? BL_ASSESS_SPREAD_AGREED
                   : item->gap < BL_ASSESS_WIDE_GAP ? BL_ASSESS_SPREAD_NEAR
                                                    : BL_ASSESS_SPREAD_WIDE;
  if (item->low != 0 && item->gap < BL_ASSESS_WIDE_GAP)
    item->suggested = item->counts[item->high] > item->counts[item->low] ? item->high : item->low;
}

static void
gather_agreements (BlAssessStudy *self, GHashTable *by_item)
{
  GListModel *agreements = bl_record_get_list (BL_RECORD (self->assessment), "agreements");
  GListModel *dissents = bl_record_get_list (BL_RECORD (self->assessment), "dissents");

  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++)
    {
      g_autoptr (BlRecord) agreement = g_list_model_get_item (agreements, i);
      const char *of = bl_record_get_text (agreement, "item"),
                 *level = bl_record_get_text (agreement, "level");
      BlAssessItem *item = of != NULL ? g_hash_table_lookup (by_item, of) : NULL;

      if (item == NULL)
        continue;
      item->agreement = BL_AGREEMENT (agreement);
      item->agreed = level != NULL ? bl_framework_find_level (self->framework, level) : NULL;
      item->set_aside = is_true (agreement, "set-aside") && bl_record_get_text (agreement, "reason") != NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (dissents); i++)
    {
      g_autoptr (BlRecord) dissent = g_list_model_get_item (dissents, i);
      const char *of = bl_record_get_text (dissent, "item");
      BlAssessItem *item = of != NULL ? g_hash_table_lookup (by_item, of) : NULL;

      if (item != NULL)
        item->n_dissents++;
    }
}

static BlRecord *
find_about (BlAssessment *assessment, const char *list, const char *item)
{
  GListModel *records = bl_record_get_list (BL_RECORD (assessment), list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (bl_record_get_text (record, "item"), item) == 0)
        return record; /* the list holds it */
    }
  return NULL;
}

static guint
count_findings (BlAssessment *assessment, const char *item, BlFindingSide side)
{
  GListModel *findings = bl_record_get_list (BL_RECORD (assessment), "findings");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

      n += is_true (finding, "agreed") && bl_record_get_enum (finding, "side") == (int) side
           && g_strcmp0 (bl_record_get_text (finding, "item"), item) == 0;
    }
  return n;
}

static gboolean
is_between (guint n)
{
  return n >= BL_ASSESS_FEWEST && n <= BL_ASSESS_MOST;
}

static void
gather_parts (BlAssessStudy *self)
{
  g_autoptr (GPtrArray) characteristics = bl_framework_list_characteristics (self->framework);
  g_autoptr (GPtrArray) areas = bl_framework_list_areas (self->framework, self->short_route);

  self->parts = g_new0 (BlAssessPart, MAX (characteristics->len, 1));
  for (guint i = 0; i < characteristics->len; i++)
    {
      BlAssessPart *part = &self->parts[self->n_parts];

      part->record = g_ptr_array_index (characteristics, i);
      part->item = bl_record_get_text (part->record, "item");
      for (guint j = 0; j < self->n_items; j++)
        if (BL_RECORD (self->items[j].characteristic) == part->record)
          {
            if (part->n++ == 0)
              part->first = j;
            part->n_agreed += self->items[j].agreed != NULL || self->items[j].set_aside;
          }
      if (part->n == 0)
        continue; /* the short route passes it by */
      part->n_strengths = count_findings (self->assessment, part->item, BL_FINDING_STRENGTH);
      part->n_areas = count_findings (self->assessment, part->item, BL_FINDING_AREA);
      part->discussion = (BlDiscussion *) find_about (self->assessment, "discussions", part->item);
      /* The short route names them for the service as a whole. */
      part->complete
          = part->n_agreed == part->n
            && (self->short_route || (is_between (part->n_strengths) && is_between (part->n_areas)));
      self->n_agreed += part->n_agreed;
      self->n_parts++;
    }
  self->areas = g_new0 (BlAssessPart, MAX (areas->len, 1));
  for (guint i = 0; i < areas->len; i++)
    {
      BlAssessPart *part = &self->areas[self->n_areas++];
      BlRecord *agreement;

      part->record = g_ptr_array_index (areas, i);
      part->item = bl_record_get_text (part->record, "item");
      part->n_strengths = count_findings (self->assessment, part->item, BL_FINDING_STRENGTH);
      part->n_areas = count_findings (self->assessment, part->item, BL_FINDING_AREA);
      part->discussion = (BlDiscussion *) find_about (self->assessment, "discussions", part->item);
      part->result = (BlResult *) find_about (self->assessment, "results", part->item);
      agreement = find_about (self->assessment, "agreements", part->item);
      part->complete
          = (agreement != NULL
             && (bl_record_get_text (agreement, "level") != NULL
                 || (is_true (agreement, "set-aside") && bl_record_get_text (agreement, "reason") != NULL)))
            || (part->result != NULL && is_true (part->result, "no-data"));
    }
}

static void
say_missing (BlAssessStudy *self)
{
  guint open = self->n_items - self->n_agreed, parts = 0, areas = 0;

  if (self->n_members == 0)
    g_ptr_array_add (self->missing, g_strdup (_ ("Nobody is in the team yet.")));
  if (open > 0)
    g_ptr_array_add (
        self->missing,
        g_strdup_printf (ngettext ("%u criterion has no agreed rating and is not set aside with a reason.",
                                   "%u criteria have no agreed rating and are not set aside with a reason.",
                                   open),
                         open));
  for (guint i = 0; i < self->n_parts; i++)
    parts += !self->parts[i].complete && self->parts[i].n_agreed == self->parts[i].n;
  if (parts > 0)
    g_ptr_array_add (
        self->missing,
        g_strdup_printf (
            ngettext ("%u characteristic lacks its two to four strengths and areas for improvement.",
                      "%u characteristics lack their two to four strengths and areas for improvement.",
                      parts),
            parts));
  if (self->short_route)
    {
      guint strengths = 0, improve = 0;
      GListModel *findings = bl_record_get_list (BL_RECORD (self->assessment), "findings");

      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

          strengths
              += is_true (finding, "agreed") && bl_record_get_enum (finding, "side") == BL_FINDING_STRENGTH;
          improve += is_true (finding, "agreed") && bl_record_get_enum (finding, "side") == BL_FINDING_AREA;
        }
      if (strengths < BL_ASSESS_FEWEST || improve < BL_ASSESS_FEWEST)
        g_ptr_array_add (
            self->missing,
            g_strdup (_ ("The service as a whole lacks two strengths and two areas for improvement.")));
    }
  for (guint i = 0; i < self->n_areas; i++)
    areas += !self->areas[i].complete;
  if (areas > 0)
    g_ptr_array_add (
        self->missing,
        g_strdup_printf (ngettext ("%u results area is not judged, nor is it said that no data are held.",
                                   "%u results areas are not judged, nor is it said that no data are held.",
                                   areas),
                         areas));
}

BlAssessStudy *
bl_assess_study_new (BlProject *project, BlAssessment *assessment)
{
  BlAssessStudy *self = g_new0 (BlAssessStudy, 1);
  g_autoptr (GHashTable) by_item = g_hash_table_new (g_str_hash, g_str_equal);
  const char *scale = bl_record_get_text (BL_RECORD (assessment), "scale");

  self->assessment = g_object_ref (assessment);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->levels = g_ptr_array_new ();
  self->framework = bl_assessment_find_framework (project, assessment);
  if (self->framework == NULL)
    {
      g_ptr_array_add (self->missing,
                       g_strdup (_ ("The framework it was made with is no longer in the project.")));
      return self;
    }
  g_object_ref (self->framework);
  self->short_route
      = bl_framework_is_short_route (self->framework, bl_record_get_text (BL_RECORD (assessment), "route"));
  self->scale = bl_framework_find_scale (self->framework, scale);
  if (self->scale == NULL)
    self->scale = bl_framework_find_usual_scale (self->framework, "criteria");
  if (self->scale != NULL)
    {
      g_autoptr (GPtrArray) levels = bl_framework_list_levels (self->scale);

      for (guint i = 0; i < levels->len; i++)
        if (bl_record_is_known (g_ptr_array_index (levels, i), "level"))
          g_ptr_array_add (self->levels, g_ptr_array_index (levels, i));
    }
  gather_members (self);
  gather_items (self, by_item);
  gather_ratings (self, by_item);
  for (guint i = 0; i < self->n_items; i++)
    weigh_item (self, &self->items[i]);
  for (guint i = 0; i < self->n_members; i++)
    {
      self->members[i].of = self->n_items;
      self->members[i].finished = bl_record_is_known (BL_RECORD (self->members[i].member), "finished")
                                  || (self->n_items > 0 && self->members[i].done == self->n_items);
    }
  gather_agreements (self, by_item);
  gather_parts (self);
  say_missing (self);
  self->complete = self->missing->len == 0;
  self->plan_open = self->complete || bl_record_is_known (BL_RECORD (assessment), "exception");
  return self;
}

void
bl_assess_study_free (BlAssessStudy *self)
{
  for (guint i = 0; i < self->n_items; i++)
    g_free ((gpointer) self->items[i].ratings);
  g_free (self->items);
  g_free (self->members);
  g_free (self->parts);
  g_free (self->areas);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->missing);
  g_clear_object (&self->framework);
  g_object_unref (self->assessment);
  g_free (self);
}

/* --- Asking --------------------------------------------------------------- */

const BlAssessItem *
bl_assess_study_find (const BlAssessStudy *self, const char *criterion)
{
  for (guint i = 0; i < self->n_items; i++)
    if (g_strcmp0 (self->items[i].item, criterion) == 0)
      return &self->items[i];
  return NULL;
}

const BlAssessMember *
bl_assess_study_find_member (const BlAssessStudy *self, const char *member_id)
{
  for (guint i = 0; i < self->n_members; i++)
    if (g_strcmp0 (bl_record_get_id (BL_RECORD (self->members[i].member)), member_id) == 0)
      return &self->members[i];
  return NULL;
}

static int
compare_for_meeting (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlAssessStudy *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const BlAssessItem *x = &self->items[first], *y = &self->items[second];
  int x_low = x->low > 0 ? x->low : G_MAXINT, y_low = y->low > 0 ? y->low : G_MAXINT;

  if (x->gap != y->gap)
    return x->gap > y->gap ? -1 : 1;
  if (x->n_not_sure != y->n_not_sure)
    return x->n_not_sure > y->n_not_sure ? -1 : 1;
  if (x_low != y_low)
    return x_low < y_low ? -1 : 1;
  return first < second ? -1 : first > second;
}

GArray *
bl_assess_study_order (const BlAssessStudy *self, int part)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = part < 0 ? 0 : self->parts[part].first, n = part < 0 ? self->n_items : self->parts[part].n;

  for (guint i = first; i < first + n; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_for_meeting, (gpointer) self);
  return order;
}

static const char *
get_label (const BlAssessStudy *self, int number)
{
  const char *label = NULL;

  for (guint i = 0; i < self->levels->len && label == NULL; i++)
    {
      gint64 own = 0;

      if (bl_record_get_integer (g_ptr_array_index (self->levels, i), "level", &own) && own == number)
        label = bl_record_get_text (g_ptr_array_index (self->levels, i), "label");
    }
  return label != NULL ? label : "";
}

char *
bl_assess_item_say (const BlAssessStudy *self, const BlAssessItem *item)
{
  switch (item->spread)
    {
    case BL_ASSESS_SPREAD_ONE:
      return g_strdup_printf (_ ("One person alone gave a level: %s."), get_label (self, item->low));
    case BL_ASSESS_SPREAD_AGREED:
      return g_strdup_printf (_ ("All say %s."), get_label (self, item->low));
    case BL_ASSESS_SPREAD_NEAR:
      return g_strdup_printf (_ ("People are within one level: %s and %s."), get_label (self, item->low),
                              get_label (self, item->high));
    case BL_ASSESS_SPREAD_WIDE:
      return g_strdup_printf (
          ngettext ("People differ by %u level.", "People differ by %u levels.", item->gap), item->gap);
    case BL_ASSESS_SPREAD_NONE:
    default:
      return g_strdup (item->n_rated > 0 ? _ ("Nobody was sure.") : _ ("Nobody has rated this yet."));
    }
}

char *
bl_assess_item_say_not_sure (const BlAssessItem *item)
{
  if (item->n_not_sure == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u of %u is not sure", "%u of %u are not sure", item->n_not_sure),
                          item->n_not_sure, item->n_rated);
}

GPtrArray *
bl_assessment_list_ratings (BlAssessment *assessment, const char *member_id, const char *criterion)
{
  GListModel *ratings = bl_record_get_list (BL_RECORD (assessment), "ratings");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = g_list_model_get_n_items (ratings); i > 0; i--)
    {
      g_autoptr (BlRecord) rating = g_list_model_get_item (ratings, i - 1);

      if (g_strcmp0 (bl_record_get_text (rating, "member"), member_id) == 0
          && g_strcmp0 (bl_record_get_text (rating, "item"), criterion) == 0)
        g_ptr_array_add (found, rating); /* the list holds it */
    }
  return found;
}

gboolean
bl_assessment_may_add_finding (BlAssessment *assessment, const char *item, BlFindingSide side, char **why_not)
{
  if (count_findings (assessment, item, side) < BL_ASSESS_MOST)
    return TRUE;
  if (why_not != NULL)
    *why_not = g_strdup (side == BL_FINDING_STRENGTH
                             ? _ ("There are four strengths already. Which four would you want to keep "
                                  "whatever happens? Take one out to make room.")
                             : _ ("There are four areas already. Which one, if it were better, would help "
                                  "the others? Take one out to make room."));
  return FALSE;
}

const char *
bl_assess_grid_place (int effect, int effort)
{
  if (effect < 1 || effect > 3 || effort < 1 || effort > 3)
    return NULL;
  if (effect >= 2)
    return effort <= 2 ? "grid-first" : "grid-plan";
  return effort <= 2 ? "grid-fit" : "grid-leave";
}
