/* plan-place.c: where an area for improvement stands on the grid, and overruling it with a reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-place.h"

#include <glib/gi18n-lib.h>

#include "plan-edit.h"

struct _BlPlanPlace
{
  AdwBin parent;
  BlSession *session;
  BlFinding *finding;
  gboolean showing;
  GtkLabel *text, *effect, *effort, *place, *said;
  GtkDropDown *choice;
  GtkEditable *why;
  GtkWidget *overrule_part;
};

G_DEFINE_FINAL_TYPE (BlPlanPlace, bl_plan_place, ADW_TYPE_BIN)

static const char *const places[] = { NULL, "grid-first", "grid-plan", "grid-fit", "grid-leave" };

static BlScriptEntry *
find_entry (BlFramework *framework, const char *script, const char *entry)
{
  return framework != NULL && entry != NULL ? bl_framework_find_entry (framework, script, entry) : NULL;
}

static const char *
get_title (BlFramework *framework, const char *script, const char *item)
{
  BlScriptEntry *entry = find_entry (framework, script, item);
  const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;

  return title != NULL ? title : item;
}

static void
show_step (GtkLabel *label, const char *format, BlFramework *framework, const char *script, int step)
{
  g_autofree char *item = g_strdup_printf ("%s-%d", script, step), *words = NULL;
  BlScriptEntry *entry = find_entry (framework, script, item);
  const char *does = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "do") : NULL;

  if (step > 0)
    {
      g_autofree char *both = does != NULL ? g_strdup_printf ("%s: %s", get_title (framework, script, item), does)
                                           : g_strdup (get_title (framework, script, item));
      words = g_strdup_printf ("%s: %s", format, both);
    }
  else
    words = g_strdup_printf ("%s: %s", format, _ ("not known"));
  gtk_label_set_label (label, words);
}

static void
say (BlPlanPlace *self, const char *words)
{
  gtk_label_set_label (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said), words != NULL);
}

static void
on_overrule (BlPlanPlace *self)
{
  guint at = gtk_drop_down_get_selected (self->choice);

  if (self->finding == NULL || at >= G_N_ELEMENTS (places))
    return;
  if (bl_plan_edit_overrule (self->session, self->finding, places[at], gtk_editable_get_text (self->why)))
    say (self, NULL);
  else
    say (self, _ ("Say in a few words why, so that others can follow it later."));
}

/* Following the grid again needs no reason. */
static void
on_chosen (BlPlanPlace *self)
{
  if (!self->showing && self->finding != NULL && gtk_drop_down_get_selected (self->choice) == 0)
    bl_plan_edit_overrule (self->session, self->finding, NULL, NULL);
}

static void
bl_plan_place_dispose (GObject *object)
{
  BlPlanPlace *self = BL_PLAN_PLACE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (bl_plan_place_parent_class)->dispose (object);
}

static void
bl_plan_place_class_init (BlPlanPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_plan_place_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/plan-place.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, text);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, effect);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, effort);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, place);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, said);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, choice);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, why);
  gtk_widget_class_bind_template_child (widget_class, BlPlanPlace, overrule_part);
  gtk_widget_class_bind_template_callback (widget_class, on_overrule);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
bl_plan_place_init (BlPlanPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_plan_place_show (BlPlanPlace *self, BlSession *session, BlFramework *framework, const BlPlanArea *area)
{
  BlScriptEntry *entry;
  const char *why;
  guint chosen = 0;
  g_autofree char *words = NULL;

  g_return_if_fail (BL_IS_PLAN_PLACE (self));
  gtk_widget_set_visible (GTK_WIDGET (self), area != NULL);
  g_set_object (&self->session, session);
  if (area == NULL || self->finding != area->finding)
    say (self, NULL);
  if (area == NULL)
    {
      g_clear_object (&self->finding);
      return;
    }
  self->showing = TRUE;
  if (gtk_drop_down_get_model (self->choice) == NULL)
    {
      g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

      gtk_string_list_append (titles, _ ("As the grid says"));
      for (guint i = 1; i < G_N_ELEMENTS (places); i++)
        gtk_string_list_append (titles, get_title (framework, "grid", places[i]));
      gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
    }
  if (g_set_object (&self->finding, area->finding) || !area->overruled)
    {
      why = bl_record_get_text (BL_RECORD (area->finding), "place-why");
      gtk_editable_set_text (self->why, why != NULL ? why : "");
    }
  gtk_label_set_label (self->text, bl_record_get_text (BL_RECORD (area->finding), "text") != NULL
                                       ? bl_record_get_text (BL_RECORD (area->finding), "text")
                                       : "");
  show_step (self->effect, _ ("Effect"), framework, "effect", area->effect);
  show_step (self->effort, _ ("Effort"), framework, "effort", area->effort);
  entry = find_entry (framework, "grid", area->place);
  if (area->place == NULL)
    words = g_strdup (_ ("Not on the grid yet"));
  else if (entry != NULL && bl_record_get_text (BL_RECORD (entry), "do") != NULL)
    words = g_strdup_printf ("%s: %s", get_title (framework, "grid", area->place), bl_record_get_text (BL_RECORD (entry), "do"));
  else
    words = g_strdup (get_title (framework, "grid", area->place));
  gtk_label_set_label (self->place, words);
  for (guint i = 1; area->overruled && i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i], area->place) == 0)
      chosen = i;
  gtk_drop_down_set_selected (self->choice, chosen);
  gtk_widget_set_visible (self->overrule_part, area->usual != NULL && bl_session_get_editable (session));
  self->showing = FALSE;
}
