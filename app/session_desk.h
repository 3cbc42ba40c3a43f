// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SessionDesk: what this window has open, as others see it: other windows of the program, which
// come here instead of opening it twice, and the next start after an end that nobody wanted.
#pragma once

#include "app/desk.h"
#include "app/session_mark.h"
#include "app/window_instance.h"

class QTimer;

namespace cadastre {

class SessionDesk : public Desk
{
    Q_OBJECT
public:
    SessionDesk(const DeskParts& parts, QObject* parent);

    void takeFacts(FactsChange change) override;
    void takePicture(const DiagramPicture& picture) override;
    void takeSelection(std::optional<ObjectRef> object) override;
    bool answer(MessageTopic topic, bool other) override;
    bool isShownElsewhere(const QString& addressOrPath) override;
    void leave() override;

    /// Asks whether what was open when the program ended without a word shall be opened again.
    void offerEnded();
    /// The first thing that is opened gets a window of its own, whoever has it open.
    void setNewWindow(bool newWindow) { m_newWindow = newWindow; }
    [[nodiscard]] WindowInstance* instance() { return &m_instance; }

private:
    void openAgain();
    void takeOwnAnswer(const SessionState& state);
    void restoreView();
    void keep();
    void keepSoon();
    [[nodiscard]] SessionState current() const;
    [[nodiscard]] QString shown() const;

    DeskParts m_parts;
    SessionMark m_mark;
    WindowInstance m_instance;
    QTimer* m_keepTimer;
    std::optional<EndedSession> m_ended;     ///< offered, not answered
    std::optional<SessionState> m_restoring; ///< opened again: its view comes with the picture
    bool m_newWindow = false;
};

} // namespace cadastre
