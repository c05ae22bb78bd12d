/* plan-grid.c: areas for improvement on a grid of effect by effort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-grid.h"

#include <glib/gi18n-lib.h>

#include "plan-edit.h"

struct _BlPlanGrid
{
  AdwBin parent;
  BlSession *session;
  GtkGrid *grid;
  GtkWidget *cells[4][4];  /* [effect][effort], 1 … 3 */
  GtkWidget *places[4][4]; /* the box of the areas in each */
  GtkLabel *corners[4][4]; /* NULL but in the corners */
  GtkLabel *effects[4], *efforts[4];
  GtkWidget *tray_part;
  GtkBox *tray;
  GHashTable *chips; /* BlFinding → GtkWidget */
  BlFinding *picked;
};

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlPlanGrid, bl_plan_grid, ADW_TYPE_BIN)

static BlFinding *
get_finding (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "finding");
}

static int
get_step (BlFinding *finding, const char *field)
{
  gint64 value = 0;

  return bl_record_get_integer (BL_RECORD (finding), field, &value) && value >= 1 && value <= 3 ? (int) value : 0;
}

static void
pick (BlPlanGrid *self, BlFinding *finding)
{
  g_set_object (&self->picked, finding);
  g_signal_emit (self, signals[PICKED], 0, finding);
}

/* --- Moving an area -------------------------------------------------------------------- */

/* The move makes the grid be shown anew, in which the area keeps its widget; the keyboard stays with it. */
static void
move (BlPlanGrid *self, BlFinding *finding, int effect, int effort)
{
  g_autoptr (BlFinding) kept = g_object_ref (finding);
  GtkWidget *chip;

  bl_plan_edit_place (self->session, finding, effect, effort);
  chip = g_hash_table_lookup (self->chips, kept);
  if (chip != NULL)
    gtk_widget_grab_focus (chip);
}

static gboolean
on_arrow (GtkWidget *chip, GVariant *arguments, gpointer data)
{
  BlPlanGrid *self = BL_PLAN_GRID (gtk_widget_get_ancestor (chip, BL_TYPE_PLAN_GRID));
  BlFinding *finding = get_finding (chip);
  int effect = get_step (finding, "effect"), effort = get_step (finding, "effort"), up, along;

  g_variant_get (arguments, "(ii)", &up, &along);
  if (gtk_widget_get_direction (chip) == GTK_TEXT_DIR_RTL)
    along = -along;
  /* From the tray it goes to the middle first. */
  if (effect == 0 || effort == 0)
    move (self, finding, effect != 0 ? effect : 2, effort != 0 ? effort : 2);
  else
    move (self, finding, CLAMP (effect + up, 1, 3), CLAMP (effort + along, 1, 3));
  return TRUE;
}

static gboolean
on_number (GtkWidget *chip, GVariant *arguments, gpointer data)
{
  BlPlanGrid *self = BL_PLAN_GRID (gtk_widget_get_ancestor (chip, BL_TYPE_PLAN_GRID));
  BlFinding *finding = get_finding (chip);
  int effect, effort;

  g_variant_get (arguments, "(ii)", &effect, &effort);
  move (self, finding, effect > 0 ? effect : get_step (finding, "effect"), effort > 0 ? effort : get_step (finding, "effort"));
  return TRUE;
}

static gboolean
on_delete (GtkWidget *chip, GVariant *arguments, gpointer data)
{
  move (BL_PLAN_GRID (gtk_widget_get_ancestor (chip, BL_TYPE_PLAN_GRID)), get_finding (chip), 0, 0);
  return TRUE;
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc callback, int a, int b)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (callback, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new ("(ii)", a, b));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_keys (GtkWidget *chip)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_key (keys, GDK_KEY_Up, 0, on_arrow, 1, 0);
  add_key (keys, GDK_KEY_Down, 0, on_arrow, -1, 0);
  add_key (keys, GDK_KEY_Left, 0, on_arrow, 0, -1);
  add_key (keys, GDK_KEY_Right, 0, on_arrow, 0, 1);
  for (int i = 1; i <= 3; i++)
    {
      add_key (keys, GDK_KEY_0 + i, 0, on_number, i, 0);
      add_key (keys, GDK_KEY_KP_0 + i, 0, on_number, i, 0);
      add_key (keys, GDK_KEY_0 + i, GDK_CONTROL_MASK, on_number, 0, i);
    }
  add_key (keys, GDK_KEY_Delete, 0, on_delete, 0, 0);
  gtk_widget_add_controller (chip, keys);
}

/* --- Dragging --------------------------------------------------------------------------- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *chip)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, bl_record_get_id (BL_RECORD (get_finding (chip))));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *chip)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *cell)
{
  BlPlanGrid *self = BL_PLAN_GRID (gtk_widget_get_ancestor (cell, BL_TYPE_PLAN_GRID));
  BlRecord *finding = bl_project_find (bl_session_get_project (self->session), g_value_get_string (value));

  if (!BL_IS_FINDING (finding) || !g_hash_table_contains (self->chips, finding))
    return FALSE;
  move (self, BL_FINDING (finding), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "effect")),
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "effort")));
  return TRUE;
}

static void
take_drops (GtkWidget *cell, int effect, int effort)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_object_set_data (G_OBJECT (cell), "effect", GINT_TO_POINTER (effect));
  g_object_set_data (G_OBJECT (cell), "effort", GINT_TO_POINTER (effort));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), cell);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

/* --- Areas --------------------------------------------------------------------------------- */

static void
on_chip_focus (GtkEventController *focus, BlPlanGrid *self)
{
  pick (self, get_finding (gtk_event_controller_get_widget (focus)));
}

static void
on_chip_clicked (BlPlanGrid *self, GtkWidget *chip)
{
  pick (self, get_finding (chip));
}

static GtkWidget *
make_chip (BlPlanGrid *self, BlFinding *finding)
{
  GtkWidget *chip = gtk_button_new (), *label = gtk_label_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (chip, "plan-chip");
  g_object_set_data_full (G_OBJECT (chip), "finding", g_object_ref (finding), g_object_unref);
  g_object_set_data (G_OBJECT (chip), "label", label);
  if (bl_session_get_editable (self->session))
    {
      add_keys (chip);
      g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare), chip);
      g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), chip);
      gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (drag));
    }
  else
    g_object_unref (drag);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_chip_focus), self, 0);
  gtk_widget_add_controller (chip, focus);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_SWAPPED);
  return chip;
}

/* "4. We do not yet …": numbered as in the list. */
static void
fill_chip (BlPlanGrid *self, GtkWidget *chip, const BlPlanArea *area, guint number)
{
  const char *text = bl_record_get_text (BL_RECORD (area->finding), "text");
  g_autofree char *words = g_strdup_printf ("%u. %s", number, text != NULL ? text : "");
  g_autofree char *name = NULL;
  const char *effect = area->effect > 0 ? gtk_label_get_label (self->effects[area->effect]) : _ ("not known"),
             *effort = area->effort > 0 ? gtk_label_get_label (self->efforts[area->effort]) : _ ("not known");

  /* Translators: for who does not see the grid: an area, its effect, its effort. */
  name = g_strdup_printf (_ ("%s Effect: %s. Effort: %s."), words, effect, effort);
  gtk_label_set_label (g_object_get_data (G_OBJECT (chip), "label"), words);
  gtk_widget_set_tooltip_text (chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (area->chosen)
    gtk_widget_add_css_class (chip, "chosen");
  else
    gtk_widget_remove_css_class (chip, "chosen");
}

static void
put (GtkWidget *chip, GtkWidget *place)
{
  GtkWidget *now = gtk_widget_get_parent (chip);

  if (now == place)
    return;
  if (now != NULL)
    gtk_box_remove (GTK_BOX (now), chip);
  gtk_box_append (GTK_BOX (place), chip);
}

/* --- The grid -------------------------------------------------------------------------------- */

static const char *
get_words (BlFramework *framework, const char *script, const char *entry, const char *field)
{
  BlScriptEntry *found = framework != NULL ? bl_framework_find_entry (framework, script, entry) : NULL;

  return found != NULL ? bl_record_get_text (BL_RECORD (found), field) : NULL;
}

static void
show_words (BlPlanGrid *self, BlFramework *framework)
{
  static const char *const plain[] = { NULL, N_ ("Small"), N_ ("Middling"), N_ ("Large") };

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *effect = g_strdup_printf ("effect-%d", i), *effort = g_strdup_printf ("effort-%d", i);
      const char *title = get_words (framework, "effect", effect, "title");

      gtk_label_set_label (self->effects[i], title != NULL ? title : _ (plain[i]));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->effects[i]), get_words (framework, "effect", effect, "do"));
      title = get_words (framework, "effort", effort, "title");
      gtk_label_set_label (self->efforts[i], title != NULL ? title : _ (plain[i]));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->efforts[i]), get_words (framework, "effort", effort, "do"));
      for (int j = 1; j <= 3; j++)
        if (self->corners[i][j] != NULL)
          {
            title = get_words (framework, "grid", bl_assess_grid_place (i, j), "title");
            gtk_label_set_label (self->corners[i][j], title != NULL ? title : "");
            gtk_widget_set_tooltip_text (GTK_WIDGET (self->corners[i][j]),
                                         get_words (framework, "grid", bl_assess_grid_place (i, j), "do"));
          }
    }
}

static GtkLabel *
add_label (GtkWidget *grid, int column, int row, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "strong");
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
  return GTK_LABEL (label);
}

static void
make_cells (BlPlanGrid *self)
{
  g_autoptr (GtkSizeGroup) widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (int effect = 1; effect <= 3; effect++)
    {
      self->effects[effect] = add_label (GTK_WIDGET (self->grid), 0, 4 - effect, 1);
      self->efforts[effect] = add_label (GTK_WIDGET (self->grid), effect, 4, 0.5);
      for (int effort = 1; effort <= 3; effort++)
        {
          GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

          gtk_widget_add_css_class (cell, "plan-cell");
          gtk_widget_add_css_class (cell, bl_assess_grid_place (effect, effort));
          gtk_widget_set_hexpand (cell, TRUE);
          gtk_size_group_add_widget (widths, cell);
          if (effect != 2 && effort != 2)
            {
              GtkWidget *corner = gtk_label_new (NULL);

              gtk_label_set_xalign (GTK_LABEL (corner), effort == 1 ? 0 : 1);
              gtk_widget_add_css_class (corner, "over");
              gtk_box_append (GTK_BOX (cell), corner);
              self->corners[effect][effort] = GTK_LABEL (corner);
            }
          gtk_box_append (GTK_BOX (cell), place);
          gtk_grid_attach (self->grid, cell, effort, 4 - effect, 1, 1);
          self->cells[effect][effort] = cell;
          self->places[effect][effort] = place;
          take_drops (cell, effect, effort);
        }
    }
}

static void
bl_plan_grid_dispose (GObject *object)
{
  BlPlanGrid *self = BL_PLAN_GRID (object);

  g_clear_object (&self->session);
  g_clear_object (&self->picked);
  g_clear_pointer (&self->chips, g_hash_table_unref);
  G_OBJECT_CLASS (bl_plan_grid_parent_class)->dispose (object);
}

static void
bl_plan_grid_class_init (BlPlanGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_plan_grid_dispose;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, BL_TYPE_FINDING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/plan-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPlanGrid, grid);
  gtk_widget_class_bind_template_child (widget_class, BlPlanGrid, tray_part);
  gtk_widget_class_bind_template_child (widget_class, BlPlanGrid, tray);
}

static void
bl_plan_grid_init (BlPlanGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chips = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  make_cells (self);
  take_drops (GTK_WIDGET (self->tray), 0, 0);
}

void
bl_plan_grid_show (BlPlanGrid *self, BlSession *session, BlFramework *framework, const BlPlanStudy *plan)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer finding, chip;

  g_return_if_fail (BL_IS_PLAN_GRID (self));
  g_set_object (&self->session, session);
  show_words (self, framework);
  g_hash_table_iter_init (&iter, self->chips);
  while (g_hash_table_iter_next (&iter, &finding, &chip))
    g_hash_table_add (gone, finding);
  for (guint i = 0; i < plan->n_areas; i++)
    {
      const BlPlanArea *area = &plan->areas[i];

      if (area->required)
        continue;
      chip = g_hash_table_lookup (self->chips, area->finding);
      if (chip == NULL)
        {
          chip = make_chip (self, area->finding);
          g_hash_table_insert (self->chips, g_object_ref (area->finding), g_object_ref_sink (chip));
        }
      g_hash_table_remove (gone, area->finding);
      fill_chip (self, chip, area, i + 1);
      put (chip, area->effect > 0 && area->effort > 0 ? self->places[area->effect][area->effort] : GTK_WIDGET (self->tray));
    }
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &finding, NULL))
    {
      chip = g_hash_table_lookup (self->chips, finding);
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (chip)), chip);
      if (self->picked == finding)
        g_clear_object (&self->picked);
      g_hash_table_remove (self->chips, finding);
    }
  gtk_widget_set_visible (self->tray_part, gtk_widget_get_first_child (GTK_WIDGET (self->tray)) != NULL);
}

BlFinding *
bl_plan_grid_get_picked (BlPlanGrid *self)
{
  g_return_val_if_fail (BL_IS_PLAN_GRID (self), NULL);
  return self->picked;
}
