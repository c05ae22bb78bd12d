/* plan-area-row.c: an area for improvement in an improvement plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-area-row.h"

#include <glib/gi18n-lib.h>

#include "plan-edit.h"

/* Letters of another area in the menu. */
#define MENU_LETTERS 60

struct _BlPlanAreaRow
{
  GtkListBoxRow parent;
  BlSession *session;
  BlFinding *finding;
  BlPlanRowUse use;
  gboolean showing;
  GtkLabel *text, *from, *place, *required_pill, *count;
  GtkBox *merged;
  GtkCheckButton *check;
  GtkMenuButton *merge_button;
  GtkButton *act_button;
};

enum
{
  ACT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlPlanAreaRow, bl_plan_area_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_checked (BlPlanAreaRow *self)
{
  gboolean active = gtk_check_button_get_active (self->check);

  if (self->showing)
    return;
  if (self->use == BL_PLAN_ROW_MERGE)
    bl_plan_edit_set_required (self->session, self->finding, active);
  else
    bl_plan_edit_set_chosen (self->session, self->finding, active);
}

static void
on_act (BlPlanAreaRow *self)
{
  g_signal_emit (self, signals[ACT], 0);
}

static void
on_take_apart (GtkButton *button, BlPlanAreaRow *self)
{
  bl_plan_edit_take_apart (self->session, g_object_get_data (G_OBJECT (button), "finding"));
}

static void
merge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlPlanAreaRow *self = BL_PLAN_AREA_ROW (widget);
  BlRecord *into = bl_project_find (bl_session_get_project (self->session), g_variant_get_string (parameter, NULL));

  if (BL_IS_FINDING (into))
    bl_plan_edit_merge (self->session, self->finding, BL_FINDING (into));
}

static const char *
get_text (BlFinding *finding)
{
  const char *text = bl_record_get_text (BL_RECORD (finding), "text");

  return text != NULL ? text : "";
}

static void
show_from (BlPlanAreaRow *self, BlFramework *framework, const BlPlanArea *area)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; area->criteria[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "",
                            framework != NULL ? bl_framework_get_title (framework, area->criteria[i]) : area->criteria[i]);
  text = g_strdup_printf (_ ("Comes from: %s"), words->str);
  gtk_label_set_label (self->from, text);
}

static void
show_merged (BlPlanAreaRow *self, const BlPlanArea *area)
{
  for (guint i = 0; i < area->merged->len; i++)
    {
      BlFinding *other = g_ptr_array_index (area->merged, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);
      GtkWidget *button = gtk_button_new_with_label (_ ("Take apart"));
      /* Translators: an area that was merged into the one above. */
      g_autofree char *words = g_strdup_printf (_ ("With: %s"), get_text (other));
      g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Take apart"), get_text (other));

      gtk_label_set_label (GTK_LABEL (label), words);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, "sentence");
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_visible (button, self->use == BL_PLAN_ROW_MERGE && bl_session_get_editable (self->session));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (button), "finding", g_object_ref (other), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_apart), self, 0);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), button);
      gtk_box_append (self->merged, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->merged), area->merged->len > 0);
}

static void
make_menu (BlPlanAreaRow *self, const BlPlanStudy *plan)
{
  g_autoptr (GMenu) menu = g_menu_new (), section = g_menu_new ();

  for (guint i = 0; i < plan->n_areas; i++)
    if (plan->areas[i].finding != self->finding)
      {
        const char *text = get_text (plan->areas[i].finding);
        g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MENU_LETTERS));
        g_autofree char *label = g_strdup_printf ("%u. %s%s", i + 1, start, g_utf8_strlen (text, -1) > MENU_LETTERS ? "…" : "");
        g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

        g_menu_item_set_action_and_target (item, "plan-area.merge", "s", bl_record_get_id (BL_RECORD (plan->areas[i].finding)));
        g_menu_append_item (section, item);
      }
  g_menu_append_section (menu, _ ("Put it with"), G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (self->merge_button, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge_button), plan->n_areas > 1);
}

static void
show_place (BlPlanAreaRow *self, BlFramework *framework, const BlPlanArea *area)
{
  BlScriptEntry *entry = framework != NULL && area->place != NULL ? bl_framework_find_entry (framework, "grid", area->place) : NULL;
  const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : area->place;
  g_autofree char *words = NULL;

  if (area->required)
    title = NULL;
  if (title != NULL)
    words = area->overruled ? g_strdup_printf (_ ("%s, overruled"), title) : g_strdup (title);
  gtk_label_set_label (self->place, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), words != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), bl_record_get_text (BL_RECORD (area->finding), "place-why"));
}

static void
bl_plan_area_row_dispose (GObject *object)
{
  BlPlanAreaRow *self = BL_PLAN_AREA_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (bl_plan_area_row_parent_class)->dispose (object);
}

static void
bl_plan_area_row_class_init (BlPlanAreaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_plan_area_row_dispose;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "plan-area.merge", "s", merge);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/plan-area-row.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlPlanAreaRow, child)
  BIND (text);
  BIND (from);
  BIND (place);
  BIND (required_pill);
  BIND (count);
  BIND (merged);
  BIND (check);
  BIND (merge_button);
  BIND (act_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_checked);
  gtk_widget_class_bind_template_callback (widget_class, on_act);
}

static void
bl_plan_area_row_init (BlPlanAreaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_plan_area_row_new (BlSession *session, BlFramework *framework, const BlPlanStudy *plan, guint number, BlPlanRowUse use)
{
  BlPlanAreaRow *self = g_object_new (BL_TYPE_PLAN_AREA_ROW, NULL);
  const BlPlanArea *area = &plan->areas[number - 1];
  gboolean editable = bl_session_get_editable (session);
  const char *check = use == BL_PLAN_ROW_MERGE ? _ ("Required by law or safety") : _ ("Choose");
  g_autofree char *words = g_strdup_printf ("%u. %s", number, get_text (area->finding)), *name = NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u action", "%u actions", area->n_actions), area->n_actions);

  self->session = g_object_ref (session);
  self->finding = g_object_ref (area->finding);
  self->use = use;
  self->showing = TRUE;
  gtk_label_set_label (self->text, words);
  show_from (self, framework, area);
  show_merged (self, area);
  show_place (self, framework, area);
  gtk_widget_set_visible (GTK_WIDGET (self->required_pill), area->required && use != BL_PLAN_ROW_MERGE);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), use == BL_PLAN_ROW_ACT && area->n_actions > 0);
  name = g_strdup_printf ("%s: %s", check, words);
  gtk_check_button_set_label (self->check, check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (self->check, use == BL_PLAN_ROW_MERGE ? area->required : area->chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->check), use == BL_PLAN_ROW_MERGE || (use == BL_PLAN_ROW_CHOOSE && !area->required));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->merge_button), use == BL_PLAN_ROW_MERGE && editable);
  if (use == BL_PLAN_ROW_MERGE)
    make_menu (self, plan);
  gtk_widget_set_visible (GTK_WIDGET (self->act_button), use == BL_PLAN_ROW_ACT && editable);
  gtk_button_set_label (self->act_button, area->n_actions > 0 ? _ ("Make another action") : _ ("Make an action"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  self->showing = FALSE;
  return GTK_WIDGET (self);
}

BlFinding *
bl_plan_area_row_get_finding (BlPlanAreaRow *self)
{
  g_return_val_if_fail (BL_IS_PLAN_AREA_ROW (self), NULL);
  return self->finding;
}
