// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/comment_actions.h"

#include "app/action_need.h"
#include "widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::CommentActions)
};

QAction* commentAction(QMainWindow* window, const char* icon, const QString& text,
                       const QList<QKeySequence>& shortcuts, const QString& hint)
{
    auto* made = new QAction(themedIcon(QString::fromLatin1(icon)), text, window);
    made->setShortcuts(shortcuts);
    made->setStatusTip(hint);
    made->setToolTip(shortcuts.isEmpty()
                         ? hint
                         : QStringLiteral("%1 (%2)").arg(
                               hint, shortcuts.first().toString(QKeySequence::NativeText)));
    made->setEnabled(false);
    window->addAction(made);
    return made;
}

QList<QKeySequence> keys(std::initializer_list<const char*> sequences)
{
    QList<QKeySequence> all;
    for (const char* each : sequences)
        all << QKeySequence(QString::fromLatin1(each));
    return all;
}

} // namespace

CommentActions::CommentActions(QMainWindow* window)
{
    const auto make = [window](const char* icon, const QString& text,
                               std::initializer_list<const char*> shortcuts, const QString& hint) {
        return commentAction(window, icon, text, keys(shortcuts), hint);
    };
    edit =
        make("comment", Words::tr("&Edit comment…"), {"F2"},
             Words::tr("Words and notes of the selected object; staged at once, written when you "
                       "apply"));
    next = make("question", Words::tr("&Next to document"), {"Ctrl+J"},
                Words::tr("The object whose name or comment misleads readers most"));
    pending = make("pending", Words::tr("&Pending changes…"), {"Ctrl+P"},
                   Words::tr("What is staged, with the exact SQL"));
    apply = make("save", Words::tr("&Apply…"), {"Ctrl+Shift+P"},
                 Words::tr("Write what is staged into the database"));
    sameComment = make("copy", Words::tr("&Same comment for same columns…"), {},
                       Words::tr("One comment for all columns of the same name and meaning"));
    replace = make("search", Words::tr("Find and &replace…"), {"Ctrl+H"},
                   Words::tr("In all comments; you choose which"));
    import = make("open", Words::tr("&Import comments…"), {},
                  Words::tr("From a comment file, CSV or another database"));
    conventions = make("rule", Words::tr("&Conventions…"), {},
                       Words::tr("The naming conventions that this database has"));
    migration = make("export", Words::tr("Export as &migration…"), {},
                     Words::tr("What is staged as a file for Flyway, Liquibase, dbmate or psql"));
    undoBatch = make("undo", Words::tr("&Undo an applied batch…"), {},
                     Words::tr("Take back what was written, as carefully as it was written"));
    asMeant = make("type", Words::tr("Show in&tended names"), {"F9"},
                   Words::tr("Shows what objects should be called (@called) in place of their "
                             "names"));
    asMeant->setCheckable(true);
    setNeed({edit}, Words::tr("select something in the diagram or the tree first"));
    setNeed({next}, Words::tr("nothing is left to document"));
    setNeed({apply}, Words::tr("comments are being written"));
    setNeed({undoBatch}, Words::tr("nothing was applied from here yet"));
}

void CommentActions::fillMenu(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    menu->addActions({edit, next, pending, apply});
    menu->addSeparator();
    menu->addActions({sameComment, replace, import});
    menu->addSeparator();
    menu->addActions({conventions, asMeant});
    menu->addSeparator();
    menu->addActions({migration, undoBatch});
}

} // namespace cadastre
