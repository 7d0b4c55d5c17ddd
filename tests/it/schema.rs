//! The JSON Schemas: what editors and scripts show to people.

use std::collections::BTreeSet;

use interview_kit::packet::DOCUMENTS;
use serde_json::Value;

use crate::support::Test;

fn schema(of: &str) -> Value {
    serde_json::from_str(&Test::new().run(&format!("schema {of}")).ok().out).unwrap()
}

/// Every description of a schema, with its path.
fn descriptions(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let path = format!("{path}/{key}");
                match value {
                    Value::String(text) if key == "description" => found.push((path, text.clone())),
                    value => descriptions(&path, value, found),
                }
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                descriptions(&format!("{path}/{index}"), value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn descriptions_are_plain_text_for_people_who_know_no_rust() {
    for of in ["bank", "manifest", "scores"] {
        let mut found = Vec::new();
        descriptions(of, &schema(of), &mut found);
        assert!(found.len() > 50, "{found:?}");
        for (path, text) in found {
            assert_ne!(text.trim(), "", "{path}");
            let is_link =
                |text: &str| text.contains("](") || text.contains("[`") || text.contains("`]");
            let is_code = text.contains("```") || text.contains("::") || is_link(&text);
            assert!(!is_code, "{path}: {text}");
            assert!(!text.to_lowercase().contains("no evidence"), "{path}: {text}");
        }
    }
}

#[test]
fn the_schema_of_a_manifest_lists_every_document() {
    let schema = schema("manifest");
    let kinds = schema["$defs"]["ManifestFile"]["properties"]["kind"]["enum"].as_array().unwrap();
    let kinds: BTreeSet<&str> = kinds.iter().map(|kind| kind.as_str().unwrap()).collect();
    assert_eq!(kinds, DOCUMENTS.iter().map(|document| document.id).chain(["packet"]).collect());
}
