// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The inspector: everything known of the selected object in readable sections, its statement ready
// to be copied, links to what it relates to. Gets values; asks for what it does not have by signal.
#pragma once

#include "model/describe/describe.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QStackedLayout;
class QTabWidget;
class QTextBrowser;
class QToolButton;

namespace cadastre {

class CommentEditor;
class ElidedLabel;
class EmptyState;
class SeveralPage;

/// The statement that makes an object.
struct InspectorStatement
{
    QString sql;
    QString note; ///< where it comes from: "the server's own text", "reconstructed: ..."
    bool reconstructed = false;

    bool operator==(const InspectorStatement&) const = default;
};

class InspectorPanel : public QWidget
{
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);

    void showObject(const ObjectDescription& description, const InspectorStatement& statement,
                    const QIcon& icon);
    /// Nothing is selected; `anythingOpen` decides which hint is shown.
    void showNothing(bool anythingOpen);
    /// Several tables are selected: their names, and what the entries of the menu do with them.
    /// Takes the menu.
    void showSeveral(const QStringList& names, QMenu* menu);
    /// The tab of the comment, with a mark where an edit of it is staged.
    void setCommentStaged(bool staged);
    void showCommentTab();
    [[nodiscard]] bool isCommentTabShown() const;
    [[nodiscard]] CommentEditor* comment() const { return m_comment; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QTextBrowser* facts() const { return m_facts; }
    [[nodiscard]] QPlainTextEdit* statementText() const { return m_statement; }

Q_SIGNALS:
    void linkActivated(cadastre::ObjectRef object);
    void showRequested();  ///< show the current object in the diagram
    void focusRequested(); ///< show its neighbourhood

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createHeader();
    QWidget* createStatementTab();
    void followLink(const QString& link);
    void renderFacts();
    void copyName();
    void copyStatement();

    ObjectDescription m_description;
    QStringList m_expandedSections;
    QIcon m_icon;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    SeveralPage* m_several = nullptr;
    QLabel* m_iconLabel = nullptr;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_kind = nullptr;
    QTabWidget* m_tabs = nullptr;
    QTextBrowser* m_facts = nullptr;
    CommentEditor* m_comment = nullptr;
    QPlainTextEdit* m_statement = nullptr;
    QLabel* m_statementNote = nullptr;
};

} // namespace cadastre
