// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// HintDesk: the few hints of the first run: one at a time, at the moment when each helps, in the
// message bar. What was seen, or done without being told, never comes again.
#pragma once

#include "app/desk.h"

class QTimer;

namespace cadastre {

/// When a hint helps.
enum class HintMoment : std::uint8_t { PictureShown, TableSelected, LinesShown, ColumnSelected };

struct Hint
{
    QString name; ///< in the settings
    HintMoment moment;
    QString text;
    QAction* action; ///< what it teaches: done once, the hint is not needed any more
};

class HintDesk : public Desk
{
    Q_OBJECT
public:
    HintDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void setUpDocks(const DeskDocks& docks) override;
    void takePicture(const DiagramPicture& picture) override;
    void takeSelection(std::optional<ObjectRef> object) override;
    bool answer(MessageTopic topic, bool other) override;

    [[nodiscard]] const std::vector<Hint>& hints() const { return m_hints; }
    /// The name of the one that is shown; empty for none.
    [[nodiscard]] const QString& shown() const { return m_shown; }
    [[nodiscard]] QAction* again() const { return m_again; }

private:
    void fillHints(QAction* search);
    void offer(HintMoment moment);
    void finish(const QString& name);
    void takeAway();

    MainWindow* m_window;
    Settings* m_settings;
    const WindowActions* m_actions;
    QTimer* m_later;
    QAction* m_again;
    std::vector<Hint> m_hints;
    QString m_shown;
    HintMoment m_moment = HintMoment::PictureShown; ///< that is offered when m_later ends
};

} // namespace cadastre
