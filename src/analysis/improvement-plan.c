/* improvement-plan.c: from areas for improvement to priorities, and from priorities to actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "improvement-plan.h"

#include <glib/gi18n-lib.h>

#include "text.h"

static gboolean
is_true (gpointer record, const char *field)
{
  gboolean value = FALSE;

  return bl_record_get_boolean (record, field, &value) && value;
}

static int
get_step (gpointer record, const char *field)
{
  gint64 value = 0;

  return bl_record_get_integer (record, field, &value) && value >= 1 && value <= 3 ? (int) value : 0;
}

/* --- Gathering --------------------------------------------------------------- */

static gboolean
is_agreed_area (BlRecord *finding)
{
  return bl_record_get_enum (finding, "side") == BL_FINDING_AREA && is_true (finding, "agreed");
}

static BlRecord *
find_by_id (GListModel *list, const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (list, i); /* the list holds it */

      if (g_strcmp0 (bl_record_get_id (record), id) == 0)
        return record;
    }
  return NULL;
}

/* The one it went into in the end: itself, where it went into none. A ring, which no program of ours makes, is left at
 * the first that comes again. */
static BlRecord *
find_end (GListModel *findings, BlRecord *finding)
{
  guint n = g_list_model_get_n_items (findings);

  for (guint i = 0; i < n; i++)
    {
      BlRecord *into = find_by_id (findings, bl_record_get_text (finding, "merged"));

      if (into == NULL || into == finding || !is_agreed_area (into))
        break;
      finding = into;
    }
  return finding;
}

static void
add_words (GPtrArray *words, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit_set (text, " \t\n", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_ptr_array_find_with_equal_func (words, parts[i], g_str_equal, NULL))
      g_ptr_array_add (words, g_strdup (parts[i]));
}

/* The characteristic, or the results area, stands for criteria that are not named. */
static void
add_links (GPtrArray *words, BlFinding *finding)
{
  const char *criteria = bl_record_get_text (BL_RECORD (finding), "criteria");

  add_words (words, criteria != NULL ? criteria : bl_record_get_text (BL_RECORD (finding), "item"));
}

static const char *
read_place (const char *text)
{
  static const char *const places[] = { "grid-first", "grid-plan", "grid-fit", "grid-leave" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (text, places[i]) == 0)
      return places[i];
  return NULL;
}

static void
fill_area (BlPlanArea *area, BlRecord *finding, GListModel *findings)
{
  GPtrArray *links = g_ptr_array_new ();
  const char *chosen = read_place (bl_record_get_text (finding, "place"));

  area->finding = BL_FINDING (finding);
  area->merged = g_ptr_array_new ();
  add_links (links, area->finding);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) other = g_list_model_get_item (findings, i);

      if (other != finding && is_agreed_area (other) && find_end (findings, other) == finding)
        {
          g_ptr_array_add (area->merged, other);
          add_links (links, BL_FINDING (other));
        }
    }
  g_ptr_array_add (links, NULL);
  area->criteria = (char **) g_ptr_array_free (links, FALSE);
  area->required = is_true (finding, "required");
  area->chosen = is_true (finding, "chosen");
  area->effect = get_step (finding, "effect");
  area->effort = get_step (finding, "effort");
  area->usual = bl_assess_grid_place (area->effect, area->effort);
  area->place = chosen != NULL ? chosen : area->usual;
  area->overruled = chosen != NULL && g_strcmp0 (chosen, area->usual) != 0;
}

static void
gather_actions (BlPlanStudy *self, BlProject *project)
{
  GListModel *actions = bl_record_get_list (BL_RECORD (project), "actions");
  const char *id = bl_record_get_id (BL_RECORD (self->assessment));

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (BlRecord) action = g_list_model_get_item (actions, i); /* the project holds it */
      gboolean unowned = bl_record_get_text (action, "owner") == NULL;

      if (g_strcmp0 (bl_record_get_text (action, "assessment"), id) != 0)
        continue;
      g_ptr_array_add (self->actions, action);
      self->n_unowned += unowned;
      for (guint j = 0; j < self->n_areas; j++)
        if (g_strcmp0 (bl_record_get_text (action, "finding"), bl_record_get_id (BL_RECORD (self->areas[j].finding)))
            == 0)
          {
            self->areas[j].n_actions++;
            self->areas[j].n_unowned += unowned;
          }
    }
}

BlPlanStudy *
bl_plan_study_new (BlProject *project, BlAssessment *assessment)
{
  BlPlanStudy *self = g_new0 (BlPlanStudy, 1);
  GListModel *findings = bl_record_get_list (BL_RECORD (assessment), "findings");
  guint n = g_list_model_get_n_items (findings);

  self->assessment = g_object_ref (assessment);
  self->actions = g_ptr_array_new ();
  self->areas = g_new0 (BlPlanArea, MAX (n, 1));
  /* What is required by law first, and then the others. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

        if (is_agreed_area (finding) && find_end (findings, finding) == finding
            && is_true (finding, "required") == (pass == 0))
          fill_area (&self->areas[self->n_areas++], finding, findings);
      }
  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].required)
      self->n_required++;
    else
      {
        self->n_competing++;
        self->n_placed += self->areas[i].place != NULL;
        self->n_chosen += self->areas[i].chosen;
      }
  gather_actions (self, project);
  return self;
}

void
bl_plan_study_free (BlPlanStudy *self)
{
  for (guint i = 0; i < self->n_areas; i++)
    {
      g_ptr_array_unref (self->areas[i].merged);
      g_strfreev (self->areas[i].criteria);
    }
  g_free (self->areas);
  g_ptr_array_unref (self->actions);
  g_object_unref (self->assessment);
  g_free (self);
}

const BlPlanArea *
bl_plan_study_find (const BlPlanStudy *self, BlFinding *finding)
{
  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].finding == finding)
      return &self->areas[i];
  return NULL;
}

/* --- Saying ------------------------------------------------------------------ */

char *
bl_plan_study_say_areas (const BlPlanStudy *self)
{
  guint n = self->n_competing, over = n > BL_PLAN_MOST_AREAS ? n - BL_PLAN_MOST_AREAS : 0;

  if (self->n_areas == 0)
    return g_strdup (_ ("No area for improvement has been agreed yet. Areas come from the meeting and from the results."));
  if (over > 0)
    return g_strdup_printf (ngettext ("%u area competes, %u more than the twelve a team can weigh. Put like with like.",
                                      "%u areas compete, %u more than the twelve a team can weigh. Put like with like.", n),
                            n, over);
  return g_strdup_printf (ngettext ("%u area competes: few enough to weigh against each other.",
                                    "%u areas compete: few enough to weigh against each other.", n),
                          n);
}

char *
bl_plan_study_say_grid (const BlPlanStudy *self)
{
  guint left = self->n_competing - self->n_placed;

  if (left == 0)
    return g_strdup (_ ("Every area has its place on the grid."));
  return g_strdup_printf (ngettext ("%u area is not on the grid yet.", "%u areas are not on the grid yet.", left), left);
}

char *
bl_plan_study_say_priorities (const BlPlanStudy *self)
{
  guint n = self->n_chosen;

  if (n == 0)
    return g_strdup (_ ("Choose three to five. One of them should build on a strength."));
  if (n < BL_PLAN_FEWEST_PRIORITIES)
    return g_strdup_printf (ngettext ("%u is chosen. Three to five make a plan that people will follow.",
                                      "%u are chosen. Three to five make a plan that people will follow.", n),
                            n);
  if (n <= BL_PLAN_MOST_PRIORITIES)
    return g_strdup_printf (ngettext ("%u priority, which is enough. Does one of them build on a strength?",
                                      "%u priorities, which is enough. Does one of them build on a strength?", n),
                            n);
  return g_strdup_printf (ngettext ("%u is chosen, which is more than a team can follow well. Which could wait a year?",
                                    "%u are chosen, which is more than a team can follow well. Which could wait a year?", n),
                          n);
}

char *
bl_plan_study_say_actions (const BlPlanStudy *self)
{
  guint n = self->actions->len;
  g_autofree char *all = NULL, *unowned = NULL;

  if (n == 0)
    return g_strdup (_ ("No action yet. Three good actions are worth more than fifteen."));
  all = g_strdup_printf (ngettext ("%u action in the plan.", "%u actions in the plan.", n), n);
  if (self->n_unowned == 0)
    return g_steal_pointer (&all);
  unowned = g_strdup_printf (ngettext ("%u has no owner: an action without an owner is not an action.",
                                       "%u have no owner: an action without an owner is not an action.", self->n_unowned),
                             self->n_unowned);
  return g_strdup_printf ("%s %s", all, unowned);
}

/* --- Changing ---------------------------------------------------------------- */

gboolean
bl_plan_merge (BlFinding *finding, BlFinding *into)
{
  BlRecord *assessment = bl_record_get_parent (BL_RECORD (finding));
  GListModel *findings;

  if (finding == into || assessment == NULL || bl_record_get_parent (BL_RECORD (into)) != assessment)
    return FALSE;
  findings = bl_record_get_list (assessment, "findings");
  if (find_end (findings, BL_RECORD (into)) == BL_RECORD (finding))
    return FALSE;
  bl_record_set_text (BL_RECORD (finding), "merged", bl_record_get_id (BL_RECORD (into)));
  /* It does not compete any more. */
  if (is_true (finding, "chosen"))
    bl_record_clear (BL_RECORD (finding), "chosen");
  if (is_true (finding, "required"))
    bl_record_set_boolean (BL_RECORD (into), "required", TRUE);
  return TRUE;
}

char *
bl_plan_next_ref (BlProject *project)
{
  GListModel *actions = bl_record_get_list (BL_RECORD (project), "actions");
  guint64 highest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (BlRecord) action = g_list_model_get_item (actions, i);
      const char *const refs[] = { bl_record_get_text (action, "ref"), bl_record_get_text (action, "carried-ref") };

      for (guint j = 0; j < G_N_ELEMENTS (refs); j++)
        {
          guint64 number = 0;

          if (refs[j] != NULL && refs[j][0] == 'A'
              && g_ascii_string_to_unsigned (refs[j] + 1, 10, 1, G_MAXUINT32, &number, NULL))
            highest = MAX (highest, number);
        }
    }
  return g_strdup_printf ("A%" G_GUINT64_FORMAT, highest + 1);
}

BlAction *
bl_plan_make_action (BlProject *project, const BlPlanStudy *self, const BlPlanArea *area, guint32 today)
{
  BlAction *action = bl_action_new (NULL);
  BlRecord *record = BL_RECORD (action), *finding = BL_RECORD (area->finding);
  g_autofree char *ref = bl_plan_next_ref (project), *criteria = g_strjoinv (" ", area->criteria);

  bl_record_set_text (record, "ref", ref);
  bl_record_set_text (record, "assessment", bl_record_get_id (BL_RECORD (self->assessment)));
  bl_record_set_text (record, "finding", bl_record_get_id (finding));
  bl_record_set_text (record, "criteria", *criteria != '\0' ? criteria : NULL);
  bl_record_set_text (record, "why", bl_record_get_text (finding, "text"));
  bl_record_set_boolean (record, "priority", TRUE);
  bl_record_set_enum (record, "state", BL_ACTION_NOT_STARTED);
  bl_record_set_date (record, "looked-at", today);
  bl_record_set_date (record, "review", today + BL_PLAN_REVIEW_DAYS);
  if (area->effect > 0)
    bl_record_set_integer (record, "effect", area->effect);
  if (area->effort > 0)
    bl_record_set_integer (record, "effort", area->effort);
  if (area->overruled)
    {
      bl_record_set_text (record, "place", area->place);
      bl_record_set_text (record, "place-why", bl_record_get_text (finding, "place-why"));
    }
  return action;
}

/* --- What an action lacks ------------------------------------------------------ */

/* Columns of 6.3 and the fields of planning-content 7.3; needed in the plan. */
static const struct
{
  const char *column, *field;
  gboolean needed;
} columns[] = {
  { "plan-ref", "ref", FALSE },          { "plan-area", "why", TRUE },
  { "plan-links", "criteria", FALSE },   { "plan-difference", "difference", TRUE },
  { "plan-outcomes", "outcomes", TRUE }, { "plan-action", "title", TRUE },
  { "plan-first", "first-step", TRUE },  { "plan-owner", "owner", TRUE },
  { "plan-with", "support", FALSE },     { "plan-resources", "resources", TRUE },
  { "plan-stop", "makes-room", FALSE },  { "plan-start", "start", TRUE },
  { "plan-due", "end", TRUE },           { "plan-effect", "effect", TRUE },
  { "plan-effort", "effort", TRUE },     { "plan-measure", "measure", TRUE },
  { "plan-risk", "risk", FALSE },        { "plan-equality", "equality", TRUE },
  { "plan-review", "review", TRUE },     { "plan-progress", "commentary", FALSE },
  { "plan-status", "state", TRUE },
};

const char *
bl_plan_column_get_field (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (columns[i].column, column) == 0)
      return columns[i].field;
  return NULL;
}

GPtrArray *
bl_plan_list_lacking (BlAction *action)
{
  GPtrArray *lacking = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].needed && !bl_record_is_known (BL_RECORD (action), columns[i].field)
        /* An indicator is a measure. */
        && !(g_str_equal (columns[i].field, "measure") && bl_record_is_known (BL_RECORD (action), "indicator")))
      g_ptr_array_add (lacking, (gpointer) columns[i].column);
  g_ptr_array_add (lacking, NULL);
  return lacking;
}
