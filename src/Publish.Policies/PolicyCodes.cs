using Publish.Codes;

namespace Publish.Policies;

/// <summary>What can be wrong with the form of a policy: its bytes, its YAML, its keys and single values.</summary>
[Codes]
public static class PolicyCodes
{
    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly Code Encoding = new(
        "policy-encoding", "The policy is not UTF-8 text.", "Save it as UTF-8.");

    /// <summary>The text is longer than <see cref="PolicyReader.MaximumLength"/>.</summary>
    public static readonly Code TooLarge = new(
        "policy-too-large",
        "The policy is longer than a policy may be.",
        "Move long lists of values into a CSV of levels, or split the policy.");

    /// <summary>The text is not YAML.</summary>
    public static readonly Code Yaml = new(
        "policy-yaml", "The policy is not valid YAML here.", "Check indentation, colons, brackets and quotes around this place.");

    /// <summary>There is no document, or more than one.</summary>
    public static readonly Code Documents = new(
        "policy-documents", "A policy file holds exactly one YAML document.", "Keep one policy a file.");

    /// <summary>A translation is of something that is not there.</summary>
    public static readonly Code TranslationOfNothing = new(
        "policy-translation-of-nothing",
        "A translation is of a release or a column that the policy does not have.",
        "Correct the name, or remove the translation.");

    /// <summary>The nesting is deeper than any policy needs.</summary>
    public static readonly Code TooDeep = new(
        "policy-too-deep", "The policy is nested deeper than a policy can be.", "Check the brackets and the indentation.");

    /// <summary>An anchor, an alias or a merge key.</summary>
    public static readonly Code Alias = new(
        "policy-alias",
        "Anchors, aliases and merge keys are not supported.",
        "Write the value out where it is used, so that a policy reads the same for everyone.");

    /// <summary>An explicit tag.</summary>
    public static readonly Code Tag = new(
        "policy-tag", "Tags such as !!str are not supported.", "Remove the tag; the format knows the type of every key.");

    /// <summary>A key that is a list or a mapping.</summary>
    public static readonly Code KeyKind = new("policy-key-kind", "A key must be a text.", "Write the key as a plain or quoted text.");

    /// <summary>A key written twice.</summary>
    public static readonly Code DuplicateKey = new(
        "policy-duplicate-key", "The key is written twice in the same place.", "Remove one of the two.");

    /// <summary>A key the format does not have here.</summary>
    public static readonly Code UnknownKey = new(
        "policy-unknown-key", "The key is not known here.", "Correct its spelling or its place, or remove it.");

    /// <summary>A key that must be there.</summary>
    public static readonly Code MissingKey = new("policy-missing-key", "A required key is missing.", "Add the key.");

    /// <summary>A key without a value.</summary>
    public static readonly Code NoValue = new(
        "policy-no-value", "The value is empty.", "Give a value, or leave it out; write \"\" where an empty text is meant.");

    /// <summary>A value of another kind.</summary>
    public static readonly Code ValueKind = new(
        "policy-value-kind", "The value is not of the kind that belongs here.", "Write the kind of value asked for.");

    /// <summary>A word that is not among those permitted.</summary>
    public static readonly Code ValueChoice = new(
        "policy-value-choice", "The value is not one of the words permitted here.", "Use one of the words permitted.");

    /// <summary>A text that has not the form demanded.</summary>
    public static readonly Code ValueForm = new(
        "policy-value-form", "The value has not the form that belongs here.", "Write it in the form asked for.");

    /// <summary>A number outside its bounds.</summary>
    public static readonly Code ValueRange = new(
        "policy-value-range", "The number is outside its bounds.", "Choose a number within the bounds.");

    /// <summary>A list with too few or too many entries.</summary>
    public static readonly Code Length = new(
        "policy-length", "There are too few or too many entries.", "Give as many entries as are asked for.");

    /// <summary>A list that says the same twice.</summary>
    public static readonly Code RepeatedItem = new(
        "policy-repeated-item", "An entry of the list is there twice.", "Remove one of the two.");

    /// <summary>None or several of keys that exclude each other.</summary>
    public static readonly Code ExactlyOne = new(
        "policy-exactly-one", "Exactly one of several keys must be given.", "Keep one of them.");

    /// <summary>More findings than are listed.</summary>
    public static readonly Code MoreFindings = new(
        "policy-more-findings", "There is more wrong than is listed.", "Correct what is listed and read the policy again.");
}
