/* profile-view.c: the profile of the library picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile-view.h"

#include <glib/gi18n-lib.h>

#include "marker-image.h"
#include "profile-report.h"
#include "profile-row.h"
#include "report-share.h"

struct _BlProfileView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  BlMarkerImage *marker;
  GtkLabel *name, *finding, *note, *class_head;
  GtkWidget *profile_button, *share_buttons, *heads;
  GtkBox *rows;
  GtkLabel *middle_head;
  GtkSizeGroup *values, *strips, *middles;

  BlNeedsModel *model;
  gboolean full;
  int library;
  guint n_made;   /* measures there were when the rows were made */
  gboolean stale; /* out of sight while something changed */
};

G_DEFINE_FINAL_TYPE (BlProfileView, bl_profile_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FULL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* What the short profile says, most telling first. */
static const char *const few[] = { "need",           "deprived",        "aged_0_15",   "aged_60_plus",
                                   "hours_per_10000", "visits_per_1000", "running_cost" };

static void
add_heading (BlProfileView *self, BlProfilePart part)
{
  GtkWidget *label = gtk_label_new (_ (bl_profile_part_get_title (part)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (self->rows, label);
}

static void
add_row (BlProfileView *self)
{
  GtkWidget *line = bl_profile_row_new (self->full);

  bl_profile_row_join (BL_PROFILE_ROW (line), self->values, self->strips, self->middles);
  gtk_box_append (self->rows, line);
}

/* The same measures in the same rows: only what they say is another thing. */
static void
make_rows (BlProfileView *self, const BlProfiles *profiles)
{
  GtkWidget *child;

  if (self->n_made == profiles->n_measures)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  if (!self->full)
    for (guint i = 0; i < G_N_ELEMENTS (few); i++)
      add_row (self);
  for (guint m = 0; self->full && m < profiles->n_measures; m++)
    {
      if (m == 0 || profiles->measures[m].part != profiles->measures[m - 1].part)
        add_heading (self, profiles->measures[m].part);
      add_row (self);
    }
  self->n_made = profiles->n_measures;
}

static void
fill_rows (BlProfileView *self, const BlProfiles *profiles, guint row)
{
  guint n = 0;

  make_rows (self, profiles);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (BL_IS_PROFILE_ROW (child))
      {
        bl_profile_row_set (BL_PROFILE_ROW (child), profiles, row,
                            self->full ? n : (guint) bl_profiles_find_measure (profiles, few[n]));
        n++;
      }
}

static char *
say_note (BlProfileView *self, const BlProfiles *profiles, guint row)
{
  if (!self->full)
    return g_strdup_printf (ngettext ("Bar: the middle of %u library", "Bar: the middle of %u libraries",
                                      profiles->n_rows),
                            profiles->n_rows);
  if (profiles->classes[row] == NULL)
    return g_strdup_printf (_ ("Grey dots: the other libraries. Bar: the middle of the service’s %u."),
                            profiles->n_rows);
  return g_strdup_printf (_ ("Grey dots: the other libraries. Bar: the middle of the service’s %u. Small bar: the "
                             "middle of those in places of the same class (%s)."),
                          profiles->n_rows, profiles->classes[row]);
}

static void
update (BlProfileView *self)
{
  const BlProfiles *profiles = bl_needs_model_get_profiles (self->model);
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  int row = self->library >= 0 && self->library < (int) facts->n_libraries
                ? bl_profiles_find_row (profiles, (guint) self->library)
                : -1;
  g_autofree char *finding = NULL, *note = NULL;
  BlMarkerLook look;

  /* Nobody sees it: it is brought up to date when it is shown. */
  self->stale = gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  gtk_stack_set_visible_child_name (self->stack, row >= 0 ? "profile" : "none");
  if (row < 0)
    return;
  look = (BlMarkerLook){ .operation = facts->libraries[self->library].operation,
                         .statutory = facts->libraries[self->library].statutory };
  finding = bl_profiles_finding (profiles, (guint) row);
  note = say_note (self, profiles, (guint) row);
  bl_marker_image_set_look (self->marker, &look);
  gtk_label_set_text (self->name, facts->libraries[self->library].name);
  gtk_label_set_text (self->finding, finding);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->class_head), profiles->classes[row] != NULL);
  fill_rows (self, profiles, (guint) row);
}

/* Row of the library shown; -1 for none. */
static int
get_row (BlProfileView *self)
{
  return self->model != NULL && self->library >= 0
             ? bl_profiles_find_row (bl_needs_model_get_profiles (self->model), (guint) self->library)
             : -1;
}

static void
share (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlProfileView *self = BL_PROFILE_VIEW (widget);
  int row = get_row (self);
  g_autofree char *index = NULL;

  if (row < 0)
    return;
  index = bl_needs_model_describe_choice (self->model, bl_needs_model_get_choice (self->model));

  BlReport *report = bl_profile_report_new (
      &(BlProfileReport){ .facts = bl_needs_model_get_facts (self->model),
                          .profiles = bl_needs_model_get_profiles (self->model),
                          .row = (guint) row,
                          .index = index,
                          .today = bl_clock_today (bl_context_get_clock (
                              bl_session_get_context (bl_needs_model_get_session (self->model)))) });

  if (g_str_has_suffix (name, "save"))
    bl_report_share_save (widget, report);
  else
    bl_report_share_print (widget, report);
}

static void
on_mapped (BlProfileView *self)
{
  if (self->stale && self->model != NULL)
    update (self);
}

static void
bl_profile_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FULL:
      BL_PROFILE_VIEW (object)->full = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_profile_view_constructed (GObject *object)
{
  BlProfileView *self = BL_PROFILE_VIEW (object);

  G_OBJECT_CLASS (bl_profile_view_parent_class)->constructed (object);
  gtk_widget_set_visible (self->profile_button, !self->full);
  gtk_widget_set_visible (self->share_buttons, self->full);
  gtk_widget_set_visible (self->heads, self->full);
  gtk_size_group_add_widget (self->middles, GTK_WIDGET (self->middle_head));
  gtk_size_group_add_widget (self->middles, GTK_WIDGET (self->class_head));
  gtk_widget_add_css_class (GTK_WIDGET (self->name), self->full ? "finding-l" : "figure-s");
}

static void
bl_profile_view_dispose (GObject *object)
{
  BlProfileView *self = BL_PROFILE_VIEW (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_PROFILE_VIEW);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bl_profile_view_parent_class)->dispose (object);
}

static void
bl_profile_view_class_init (BlProfileViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bl_profile_view_set_property;
  object_class->constructed = bl_profile_view_constructed;
  object_class->dispose = bl_profile_view_dispose;
  properties[PROP_FULL] = g_param_spec_boolean ("full", NULL, NULL, FALSE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (BL_TYPE_MARKER_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/profile-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, marker);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, name);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, note);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, heads);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, middle_head);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, class_head);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, profile_button);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, share_buttons);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, rows);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, values);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, strips);
  gtk_widget_class_bind_template_child (widget_class, BlProfileView, middles);
  gtk_widget_class_install_action (widget_class, "profile.save", NULL, share);
  gtk_widget_class_install_action (widget_class, "profile.print", NULL, share);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "profile-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_profile_view_init (BlProfileView *self)
{
  self->library = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (on_mapped), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Profile of a library"), -1);
}

void
bl_profile_view_set_model (BlProfileView *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_PROFILE_VIEW (self) && self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "weighed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
bl_profile_view_set_library (BlProfileView *self, int library)
{
  g_return_if_fail (BL_IS_PROFILE_VIEW (self));

  if (self->library == library)
    return;
  self->library = library;
  if (self->model != NULL)
    update (self);
}
