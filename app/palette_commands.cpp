// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/palette_commands.h"

#include "app/action_need.h"
#include "model/search/command_synonyms.h"
#include "widgets/icons.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace cadastre {

namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::PaletteCommands)
};

/// Without mnemonic and dots.
QString plainText(QString text)
{
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(QLatin1Char('&'));
    text.replace(QStringLiteral("\x01"), QStringLiteral("&"));
    text.remove(QStringLiteral("…"));
    return text.trimmed();
}

/// Why it cannot be chosen, and where it stands.
QString whyNot(const PaletteCommand& command, bool isOpen)
{
    const QString need =
        isOpen ? needOf(command.action) : CommandWords::tr("open a database first");
    const QString reason = need.isEmpty() ? CommandWords::tr("not possible now")
                                          : CommandWords::tr("not possible now: %1").arg(need);
    return command.path.isEmpty() ? reason : QString(reason + QStringLiteral(" · ") + command.path);
}

class CommandWalk
{
public:
    explicit CommandWalk(const QAction* except) { m_seen.insert(except); }

    void walk(const QMenu* menu, const QString& path)
    {
        for (QAction* action : menu->actions()) {
            if (const QMenu* below = action->menu()) {
                const QString name = plainText(action->text());
                walk(below, path.isEmpty() ? name : QString(path + QStringLiteral(" › ") + name));
            } else {
                add(action, path);
            }
        }
    }

    void add(QAction* action, const QString& path)
    {
        const QString title = plainText(action->text());
        if (action->isSeparator() || action->menu() != nullptr || !action->isVisible() ||
            title.isEmpty() || m_seen.contains(action))
            return;
        m_seen.insert(action);
        m_commands.push_back({action, title, path});
    }

    std::vector<PaletteCommand> take() { return std::move(m_commands); }

private:
    QSet<const QAction*> m_seen;
    std::vector<PaletteCommand> m_commands;
};

} // namespace

std::vector<PaletteCommand> paletteCommands(const QMainWindow* window, const QAction* except)
{
    CommandWalk walk(except);
    for (const QAction* top : window->menuBar()->actions()) {
        if (const QMenu* menu = top->menu())
            walk.walk(menu, plainText(top->text()));
    }
    for (QAction* action : window->actions())
        walk.add(action, {});
    return walk.take();
}

int commandScore(const PaletteCommand& command, const QStringList& words)
{
    const QString hint = command.action ? command.action->statusTip() : QString();
    return commandTextScore(words, command.title, command.path, hint);
}

PaletteItem commandItem(const PaletteCommand& command, bool isOpen)
{
    const QAction* action = command.action;
    PaletteItem item;
    item.title = command.title;
    item.enabled = action->isEnabled();
    item.detail = item.enabled ? command.path : whyNot(command, isOpen);
    item.badge = CommandWords::tr("command");
    if (action->isCheckable() && action->isChecked())
        item.badge = CommandWords::tr("command, on");
    item.shortcut = action->shortcut().toString(QKeySequence::NativeText);
    item.icon = action->icon().isNull() ? themedIcon(QStringLiteral("other")) : action->icon();
    item.toolTip = command.path + QLatin1Char('\n') + action->toolTip();
    return item;
}

} // namespace cadastre
