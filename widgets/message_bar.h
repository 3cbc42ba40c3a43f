// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The bar above the diagram that says what a person should know (partly read, changed while
// reading, failed) without standing in the way: one message at a time, the rest queued by weight.
// What only says that something was done goes away by itself.
#pragma once

#include <QFrame>

#include <vector>

class QBoxLayout;
class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QToolButton;

namespace cadastre {

enum class MessageLevel : std::uint8_t { Info, Warning, Error };

/// What a message is about: messages of one topic replace each other.
enum class MessageTopic : std::uint8_t {
    PartlyRead,
    Changed,
    Failed,
    Layout,
    Export,
    Keychain,
    Workspace,
    Undo,
    Relationships,
    Recovery, ///< unsaved decisions were found
    Decided,  ///< many relationships at once
    Boundaries,
    Comments,
    Sidecar,    ///< statements of a file of comments that mean nothing here
    Applied,    ///< what came of sending comments
    Difference, ///< what a refresh found
    Connection, ///< not connected any more
    Views,      ///< saved views, hidden tables
    Paths,      ///< how tables join
    Share,      ///< copies, documents
    Hint,       ///< of the first run; goes away for good
    Crashed,    ///< the program ended without a word
    Companion,  ///< workspaces that contain what was opened
    File,       ///< a file that others write, or that is damaged
};

struct Message
{
    MessageTopic topic = MessageTopic::Failed;
    MessageLevel level = MessageLevel::Info;
    QString text;             ///< one sentence
    QString detail;           ///< shown by the Details button; none when empty
    QString action;           ///< text of a button beside Details; emits actionTriggered(topic)
    QString otherAction = {}; ///< of a second one; emits otherActionTriggered(topic)

    bool operator==(const Message&) const = default;
};

class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const Message& message);
    /// Takes the messages of a topic away.
    void clearTopic(MessageTopic topic);
    /// Takes away what was said about a database that is not open any more.
    void clearDone();
    /// Looks for letters behind Alt that nothing else in the window has now.
    void renewKeys();
    /// Of messages that say that something was done and want no answer.
    void setLifetime(int milliseconds);
    [[nodiscard]] const std::vector<Message>& messages() const { return m_messages; }

Q_SIGNALS:
    void messageShown(const cadastre::Message& message);
    void actionTriggered(cadastre::MessageTopic topic);
    void otherActionTriggered(cadastre::MessageTopic topic);
    /// A person closed it.
    void dismissed(cadastre::MessageTopic topic);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpLayout();
    void placeAnswers();
    void showCurrent();
    void dismissCurrent();
    void endLife();
    void fillMore();
    void toggleDetails(bool shown);

    std::vector<Message> m_messages; ///< heaviest first
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_more = nullptr;
    QMenu* m_others = nullptr;
    QTimer* m_life = nullptr;
    QPushButton* m_action = nullptr;
    QPushButton* m_otherAction = nullptr;
    QToolButton* m_details = nullptr;
    QToolButton* m_close = nullptr;
    QPlainTextEdit* m_detailText = nullptr;
    QBoxLayout* m_row = nullptr;
    QBoxLayout* m_answers = nullptr; ///< beside or below what is said
};

} // namespace cadastre
