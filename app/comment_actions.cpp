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

struct CommentActionWords
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

QList<QKeySequence> keySequences(std::initializer_list<const char*> sequences)
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
        return commentAction(window, icon, text, keySequences(shortcuts), hint);
    };
    edit = make(
        "comment", CommentActionWords::tr("&Edit comment…"), {"F2"},
        CommentActionWords::tr(
            "CommentActionWords and notes of the selected object; staged at once, written when you "
            "apply"));
    next = make("question", CommentActionWords::tr("&Next to document"), {"Ctrl+J"},
                CommentActionWords::tr("The object whose name or comment misleads readers most"));
    pending = make("pending", CommentActionWords::tr("&Pending changes…"), {"Ctrl+P"},
                   CommentActionWords::tr("What is staged, with the exact SQL"));
    apply = make("save", CommentActionWords::tr("&Apply…"), {"Ctrl+Shift+P"},
                 CommentActionWords::tr("Write what is staged into the database"));
    sameComment =
        make("copy", CommentActionWords::tr("&Same comment for same columns…"), {},
             CommentActionWords::tr("One comment for all columns of the same name and meaning"));
    replace = make("search", CommentActionWords::tr("Find and &replace…"), {"Ctrl+H"},
                   CommentActionWords::tr("In all comments; you choose which"));
    import = make("open", CommentActionWords::tr("&Import comments…"), {},
                  CommentActionWords::tr("From a comment file, CSV or another database"));
    conventions = make("rule", CommentActionWords::tr("&Conventions…"), {},
                       CommentActionWords::tr("The naming conventions that this database has"));
    migration = make(
        "export", CommentActionWords::tr("Export as &migration…"), {},
        CommentActionWords::tr("What is staged as a file for Flyway, Liquibase, dbmate or psql"));
    undoBatch =
        make("undo", CommentActionWords::tr("&Undo an applied batch…"), {},
             CommentActionWords::tr("Take back what was written, as carefully as it was written"));
    asMeant = make(
        "type", CommentActionWords::tr("Show in&tended names"), {"F9"},
        CommentActionWords::tr("Shows what objects should be called (@called) in place of their "
                               "names"));
    asMeant->setCheckable(true);
    setNeed({edit}, CommentActionWords::tr("select something in the diagram or the tree first"));
    setNeed({next}, CommentActionWords::tr("nothing is left to document"));
    setNeed({apply}, CommentActionWords::tr("comments are being written"));
    setNeed({undoBatch}, CommentActionWords::tr("nothing was applied from here yet"));
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
